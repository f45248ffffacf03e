<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About NN Playground</source>
        <translation>NN Playground 정보</translation>
    </message>
    <message>
        <source>See inside a neural network while it thinks and learns, number by number.</source>
        <translation>신경망이 생각하고 학습하는 모습을 숫자 하나하나까지 들여다봅니다.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>What runs here: add it to a report of a fault</source>
        <translation>지금 실행 중인 구성 요소입니다. 오류를 알릴 때 함께 보내 주세요</translation>
    </message>
    <message>
        <source>Under which terms each part of the program may be used</source>
        <translation>프로그램의 각 부분에 적용되는 이용 조건입니다</translation>
    </message>
    <message>
        <source>&amp;Copy versions</source>
        <translation>버전 복사(&amp;C)</translation>
    </message>
    <message>
        <source>Put the versions on the clipboard as plain text</source>
        <translation>버전 정보를 텍스트로 클립보드에 복사합니다</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>마지막 변경을 취소합니다</translation>
    </message>
    <message>
        <source>Do again what was undone</source>
        <translation>취소한 변경을 다시 실행합니다</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>학습(&amp;T)</translation>
    </message>
    <message>
        <source>Train the network: forward pass, loss, backward pass and update, batch after batch</source>
        <translation>신경망을 학습합니다. 배치마다 순전파, 손실, 역전파, 갱신을 되풀이합니다</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>Stop after this iteration; Train goes on to the same last epoch</source>
        <translation>이번 반복까지만 하고 멈춥니다. ‘학습’을 누르면 원래 목표 에폭까지 이어집니다</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>중지(&amp;S)</translation>
    </message>
    <message>
        <source>End the run; the next Train begins a new one</source>
        <translation>학습을 끝냅니다. 다음에 ‘학습’을 누르면 새로 시작합니다</translation>
    </message>
    <message>
        <source>+1 &amp;iteration</source>
        <translation>+1 반복(&amp;I)</translation>
    </message>
    <message>
        <source>Train on one mini-batch: one update of the weights</source>
        <translation>미니배치 하나로 학습합니다. 가중치를 한 번 갱신합니다</translation>
    </message>
    <message>
        <source>+1 &amp;epoch</source>
        <translation>+1 에폭(&amp;E)</translation>
    </message>
    <message>
        <source>Train to the end of the epoch: through the rest of the training data</source>
        <translation>남은 훈련 데이터로 이번 에폭이 끝날 때까지 학습합니다</translation>
    </message>
    <message>
        <source>&amp;Reset weights</source>
        <translation>가중치 초기화(&amp;R)</translation>
    </message>
    <message>
        <source>Give the weights the initial values of this seed again</source>
        <translation>가중치를 이 시드의 초깃값으로 되돌립니다</translation>
    </message>
    <message>
        <source>Save &amp;picture of the window…</source>
        <translation>창을 그림으로 저장(&amp;P)…</translation>
    </message>
    <message>
        <source>Save what the window shows as a PNG file</source>
        <translation>창에 보이는 그대로를 PNG 파일로 저장합니다</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>프로그램을 끝냅니다</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>창 배치 초기화(&amp;R)</translation>
    </message>
    <message>
        <source>Put every dock back to its first place</source>
        <translation>모든 패널을 처음 자리로 되돌립니다</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>전체 화면(&amp;F)</translation>
    </message>
    <message>
        <source>Use the whole screen, or go back to the window</source>
        <translation>화면 전체를 쓰거나 창으로 돌아갑니다</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>키보드 단축키(&amp;K)</translation>
    </message>
    <message>
        <source>List every key that does something</source>
        <translation>쓸 수 있는 단축키를 모두 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;About NN Playground</source>
        <translation>NN Playground 정보(&amp;A)</translation>
    </message>
    <message>
        <source>Versions, licences and sources</source>
        <translation>버전, 라이선스, 출처를 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>No digit yet</source>
        <translation>아직 숫자가 없습니다</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>답이 없습니다</translation>
    </message>
    <message>
        <source>or {label}: {percentage}</source>
        <translation>다음 후보 {label}: {percentage}</translation>
    </message>
    <message>
        <source>Almost certain: {percentage}</source>
        <translation>거의 확실: {percentage}</translation>
    </message>
    <message>
        <source>Quite sure: {percentage}</source>
        <translation>꽤 확실: {percentage}</translation>
    </message>
    <message>
        <source>Probably: {percentage}</source>
        <translation>아마도: {percentage}</translation>
    </message>
    <message>
        <source>Not sure: {percentage}</source>
        <translation>불확실: {percentage}</translation>
    </message>
    <message>
        <source>The digit with the highest probability: what the network recognises.</source>
        <translation>확률이 가장 높은 숫자, 곧 신경망의 인식 결과입니다.</translation>
    </message>
    <message>
        <source>Recognised digit</source>
        <translation>인식한 숫자</translation>
    </message>
    <message>
        <source>How sure the network is: the probability it gives to the recognised digit.</source>
        <translation>신경망의 확신, 곧 인식한 숫자에 매긴 확률입니다.</translation>
    </message>
    <message>
        <source>The second most probable digit.</source>
        <translation>확률이 두 번째로 높은 숫자입니다.</translation>
    </message>
</context>
<context>
    <name>CanvasKeys</name>
    <message>
        <source>On the canvas: show another of MNIST&apos;s test digits</source>
        <translation>캔버스에서: MNIST의 다른 시험 숫자를 보여 줍니다</translation>
    </message>
    <message>
        <source>Previous test digit</source>
        <translation>이전 시험 숫자</translation>
    </message>
    <message>
        <source>Next test digit</source>
        <translation>다음 시험 숫자</translation>
    </message>
    <message>
        <source>Next mistake</source>
        <translation>다음 오답</translation>
    </message>
    <message>
        <source>On the canvas: show the next misread test digit</source>
        <translation>캔버스에서: 잘못 읽은 다음 시험 숫자를 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>CanvasNote</name>
    <message>
        <source>{subject} shows {label}: read correctly.</source>
        <translation>{subject}: 정답은 {label}. 바르게 인식했습니다.</translation>
    </message>
    <message>
        <source>{subject} shows {label}: misread as {digit}.</source>
        <translation>{subject}: 정답은 {label}, 신경망의 답은 {digit}. 틀렸습니다.</translation>
    </message>
    <message>
        <source>Draw a digit, drop a picture of one, or leaf through the test digits below.</source>
        <translation>숫자를 그리거나, 숫자 그림을 끌어다 놓거나, 아래에서 시험 숫자를 넘겨 보세요.</translation>
    </message>
    <message>
        <source>What is on the canvas and how it was read.</source>
        <translation>캔버스에 무엇이 있고 어떻게 인식했는지 알려 줍니다.</translation>
    </message>
</context>
<context>
    <name>CanvasTools</name>
    <message>
        <source>Pen</source>
        <translation>펜</translation>
    </message>
    <message>
        <source>Draw strokes</source>
        <translation>획을 그립니다</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>Rub out parts of the drawing</source>
        <translation>그림의 일부를 지웁니다</translation>
    </message>
    <message>
        <source>Undo stroke</source>
        <translation>획 취소</translation>
    </message>
    <message>
        <source>Take the last stroke back</source>
        <translation>마지막 획을 취소합니다</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Empty the canvas</source>
        <translation>캔버스를 비웁니다</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>그림 열기</translation>
    </message>
    <message>
        <source>Recognise a digit in a picture file</source>
        <translation>그림 파일 속의 숫자를 인식합니다</translation>
    </message>
    <message>
        <source>Paste picture</source>
        <translation>그림 붙여넣기</translation>
    </message>
    <message>
        <source>Recognise a digit from the clipboard</source>
        <translation>클립보드에 있는 숫자 그림을 인식합니다</translation>
    </message>
</context>
<context>
    <name>CurveHints</name>
    <message>
        <source>Press Train to watch the loss fall</source>
        <translation>‘학습’을 누르면 손실이 줄어드는 모습이 보입니다</translation>
    </message>
    <message>
        <source>No accuracy: the network predicts numbers, not classes</source>
        <translation>정확도 없음: 신경망이 클래스가 아니라 수를 예측합니다</translation>
    </message>
    <message>
        <source>The accuracy appears after the first epoch</source>
        <translation>정확도는 첫 에폭이 끝나면 나타납니다</translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>Loss {loss:.4g} at iteration {iteration:,}.</source>
        <translation>반복 {iteration:,}에서 손실 {loss:.4g}.</translation>
    </message>
    <message>
        <source>Error of the network on each mini-batch: the smaller, the better.</source>
        <translation>미니배치마다 잰 신경망의 오차입니다. 작을수록 좋습니다.</translation>
    </message>
    <message>
        <source>The loss without its noise: a mean over about 5 % of the iterations in sight.</source>
        <translation>잡음을 걷어 낸 손실입니다. 보이는 반복의 약 5 %를 평균했습니다.</translation>
    </message>
    <message>
        <source>Share of the training data the network gets right, measured after each epoch.</source>
        <translation>훈련 데이터 중 맞힌 비율입니다. 에폭이 끝날 때마다 잽니다.</translation>
    </message>
    <message>
        <source>Share of the test data, never trained on, that the network gets right.</source>
        <translation>학습에 쓰지 않은 시험 데이터 중 맞힌 비율입니다.</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>loss (nats)</source>
        <translation>손실 (nat)</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>이동 평균</translation>
    </message>
    <message>
        <source>training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>정확도 (%)</translation>
    </message>
    <message>
        <source>Loss and accuracy</source>
        <translation>손실과 정확도</translation>
    </message>
</context>
<context>
    <name>CurveReadout</name>
    <message>
        <source>Iteration {iteration:,}</source>
        <translation>반복 {iteration:,}</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Smoothed</source>
        <translation>이동 평균</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>Accuracy after {iteration:,}</source>
        <translation>반복 {iteration:,} 후 정확도</translation>
    </message>
    <message>
        <source>none or NaN</source>
        <translation>없음 또는 NaN</translation>
    </message>
</context>
<context>
    <name>CurvesPanel</name>
    <message>
        <source>Curves</source>
        <translation>학습 곡선</translation>
    </message>
    <message>
        <source>Save the curves as a picture</source>
        <translation>학습 곡선을 그림으로 저장</translation>
    </message>
    <message>
        <source>Save the curves as a table</source>
        <translation>학습 곡선을 표로 저장</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>저장했습니다: {name}</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}. Choose another folder or another name.</source>
        <translation>파일을 쓸 수 없습니다: {path} ({reason}). 다른 폴더나 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>The curves were not saved</source>
        <translation>학습 곡선을 저장하지 못했습니다</translation>
    </message>
    <message>
        <source>NaN at iteration {iteration:,}: the loss is no longer a number. Undo the run and try a smaller learning rate.</source>
        <translation>반복 {iteration:,}에서 NaN: 손실이 더는 수가 아닙니다. 실행 취소를 누르고 학습률을 낮춰 보세요.</translation>
    </message>
    <message>
        <source>Infinite loss at iteration {iteration:,}: the weights have grown too large. Undo the run and try a smaller learning rate.</source>
        <translation>반복 {iteration:,}에서 손실이 무한대: 가중치가 너무 커졌습니다. 실행 취소를 누르고 학습률을 낮춰 보세요.</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>따라가기</translation>
    </message>
    <message>
        <source>Keep the whole curve in sight while it grows. Moving or zooming switches this off.</source>
        <translation>곡선이 자라는 동안 전체가 보이게 합니다. 옮기거나 확대하면 꺼집니다.</translation>
    </message>
    <message>
        <source>Log axis</source>
        <translation>로그 축</translation>
    </message>
    <message>
        <source>Show the loss on a logarithmic axis: small improvements late in training become visible.</source>
        <translation>손실을 로그 축에 그립니다. 학습 후반의 작은 개선도 보입니다.</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>그림으로 저장…</translation>
    </message>
    <message>
        <source>Save the curves as they are seen to a PNG file, twice as fine as on the screen.</source>
        <translation>보이는 그대로의 곡선을 화면보다 두 배 선명한 PNG 파일로 저장합니다.</translation>
    </message>
    <message>
        <source>Save as table…</source>
        <translation>표로 저장…</translation>
    </message>
    <message>
        <source>Save the loss of every iteration and every accuracy to a CSV file.</source>
        <translation>모든 반복의 손실과 모든 정확도를 CSV 파일로 저장합니다.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save the curves as a picture or as a table of numbers.</source>
        <translation>곡선을 그림이나 숫자 표로 저장합니다.</translation>
    </message>
    <message>
        <source>Loss curve</source>
        <translation>손실 곡선</translation>
    </message>
</context>
<context>
    <name>DigitCanvas</name>
    <message>
        <source>Draw a digit here</source>
        <translation>여기에 숫자를 그리세요</translation>
    </message>
    <message>
        <source>Digit canvas</source>
        <translation>숫자 캔버스</translation>
    </message>
    <message>
        <source>Draw a digit with the mouse or a pen; it is recognised as you draw.</source>
        <translation>마우스나 펜으로 숫자를 그리면 그리는 대로 인식합니다.</translation>
    </message>
    <message>
        <source>Draw one digit, as large as you like. What you draw is recognised while you draw.</source>
        <translation>숫자 하나를 원하는 크기로 그리세요. 그리는 동안 바로 인식합니다.</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Float</source>
        <translation>떼어 내기</translation>
    </message>
    <message>
        <source>Make this part a window of its own, or put it back</source>
        <translation>이 패널을 따로 떼어 내거나 제자리로 되돌립니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close this part; the View menu opens it again</source>
        <translation>이 패널을 닫습니다. 보기 메뉴에서 다시 열 수 있습니다</translation>
    </message>
</context>
<context>
    <name>DrawPanel</name>
    <message>
        <source>Draw</source>
        <translation>숫자 그리기</translation>
    </message>
    <message>
        <source>What the network receives</source>
        <translation>신경망이 받는 입력</translation>
    </message>
    <message>
        <source>A drawing goes the way that MNIST&apos;s digits went. Point at a pixel to read its value.</source>
        <translation>그림은 MNIST 숫자와 같은 전처리를 거칩니다. 픽셀을 가리키면 값이 보입니다.</translation>
    </message>
    <message>
        <source>Reading {name} …</source>
        <translation>읽는 중입니다: {name}…</translation>
    </message>
    <message>
        <source>Looking for the next mistake …</source>
        <translation>다음 오답을 찾는 중입니다…</translation>
    </message>
    <message>
        <source>No mistakes: every test digit is read correctly.</source>
        <translation>오답이 없습니다. 시험 숫자를 모두 바르게 인식합니다.</translation>
    </message>
    <message>
        <source>This network cannot read a digit yet.</source>
        <translation>이 신경망은 아직 숫자를 읽지 못합니다.</translation>
    </message>
    <message>
        <source>The network answers NaN, which is no number: its weights have grown too large.</source>
        <translation>신경망의 답이 수가 아닌 NaN입니다. 가중치가 너무 커졌습니다.</translation>
    </message>
    <message>
        <source>The network&apos;s outputs are not ten numbers, one for each digit.</source>
        <translation>신경망의 출력이 숫자별 값 열 개가 아닙니다.</translation>
    </message>
    <message>
        <source>Which digit did you mean? Choose its label.</source>
        <translation>어떤 숫자를 그렸나요? 정답 레이블을 고르세요.</translation>
    </message>
    <message>
        <source>Test digit {number}</source>
        <translation>시험 숫자 {number}</translation>
    </message>
    <message>
        <source>Your digit</source>
        <translation>그린 숫자</translation>
    </message>
</context>
<context>
    <name>LabelChoice</name>
    <message>
        <source>Label of this digit</source>
        <translation>정답 레이블</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>모름</translation>
    </message>
    <message>
        <source>The digit it should be, the target t. A test digit has its label; give yours one here.</source>
        <translation>이 숫자의 정답(정답 레이블 t)입니다. 시험 숫자에는 이미 있고, 직접 그린 숫자에는 여기서 붙입니다.</translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>Units of layer {n}</source>
        <translation>{n}번째 층의 뉴런 수</translation>
    </message>
    <message>
        <source>How many neurons this hidden layer has.</source>
        <translation>이 은닉층의 뉴런 수입니다.</translation>
    </message>
    <message>
        <source>Activation of layer {n}</source>
        <translation>{n}번째 층의 활성화 함수</translation>
    </message>
    <message>
        <source>The activation function: what each neuron of this layer does to its weighted sum.</source>
        <translation>활성화 함수입니다. 이 층의 뉴런이 입력의 가중합을 변환하는 함수입니다.</translation>
    </message>
    <message>
        <source>Move layer {n} up</source>
        <translation>{n}번째 층을 위로</translation>
    </message>
    <message>
        <source>Move this layer nearer to the input.</source>
        <translation>이 층을 입력 쪽으로 옮깁니다.</translation>
    </message>
    <message>
        <source>Move layer {n} down</source>
        <translation>{n}번째 층을 아래로</translation>
    </message>
    <message>
        <source>Move this layer nearer to the output.</source>
        <translation>이 층을 출력 쪽으로 옮깁니다.</translation>
    </message>
    <message>
        <source>Remove layer {n}</source>
        <translation>{n}번째 층 빼기</translation>
    </message>
    <message>
        <source>Take this layer out of the network.</source>
        <translation>이 층을 신경망에서 뺍니다.</translation>
    </message>
    <message>
        <source>Hidden layer {n}, counted from the input.</source>
        <translation>입력 쪽에서 {n}번째 은닉층입니다.</translation>
    </message>
</context>
<context>
    <name>LayersEditor</name>
    <message>
        <source>Add layer</source>
        <translation>층 추가</translation>
    </message>
    <message>
        <source>Add another hidden layer in front of the output layer.</source>
        <translation>출력층 바로 앞에 은닉층을 하나 더합니다.</translation>
    </message>
    <message>
        <source>The input layer: one number of each sample per neuron. The data set decides it.</source>
        <translation>입력층입니다. 뉴런마다 데이터의 수를 하나씩 받습니다. 데이터셋에 따라 정해집니다.</translation>
    </message>
    <message>
        <source>The output layer: one neuron per class. The data set decides it.</source>
        <translation>출력층입니다. 클래스마다 뉴런이 하나씩 있습니다. 데이터셋에 따라 정해집니다.</translation>
    </message>
</context>
<context>
    <name>LogSlider</name>
    <message>
        <source>{name}, slider</source>
        <translation>{name} 슬라이더</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Save picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>The picture could not be written to {path}.</source>
        <translation>그림을 쓸 수 없습니다: {path}.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>Run toolbar</source>
        <translation>실행 도구 모음</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>시스템 설정 따르기(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
</context>
<context>
    <name>NumberEntry</name>
    <message>
        <source>{name} takes a number from {low} to {high}, not “{text}”.</source>
        <translation>{name}: “{text}” 대신 {low}부터 {high}까지의 수를 입력하세요.</translation>
    </message>
    <message>
        <source>{name} takes a number of at least {low}, not “{text}”.</source>
        <translation>{name}: “{text}” 대신 {low} 이상의 수를 입력하세요.</translation>
    </message>
    <message>
        <source>{name} takes a whole number, not “{text}”.</source>
        <translation>{name}: “{text}” 대신 정수를 입력하세요.</translation>
    </message>
    <message>
        <source>{name} takes a number, not “{text}”.</source>
        <translation>{name}: “{text}” 대신 수를 입력하세요.</translation>
    </message>
</context>
<context>
    <name>PictureFile</name>
    <message>
        <source>{name} is not a picture. PNG, JPEG, BMP, GIF, WebP, PGM and PPM can be read.</source>
        <translation>그림 파일이 아닙니다: {name}. PNG, JPEG, BMP, GIF, WebP, PGM, PPM을 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>읽을 수 없습니다: {name} ({reason}).</translation>
    </message>
    <message>
        <source>{name} is not a file.</source>
        <translation>파일이 아닙니다: {name}.</translation>
    </message>
    <message>
        <source>{name} has {size} MB; pictures of up to {limit} MB are read.</source>
        <translation>파일이 너무 큽니다: {name} ({size} MB). 그림은 {limit} MB까지 읽습니다.</translation>
    </message>
    <message>
        <source>{name} is too large: {width} × {height} pixels, and at most 16 million are read. Save it smaller and drop it again.</source>
        <translation>그림이 너무 큽니다: {name} ({width} × {height} 픽셀). 1,600만 픽셀까지 읽으니 줄여서 다시 넣어 주세요.</translation>
    </message>
    <message>
        <source>{name} is damaged: its pixels cannot be read.</source>
        <translation>그림이 손상되어 픽셀을 읽을 수 없습니다: {name}.</translation>
    </message>
    <message>
        <source>No digit found in {name}: nothing stands out from its background.</source>
        <translation>숫자를 찾지 못했습니다: {name}. 배경과 구별되는 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>PictureIntake</name>
    <message>
        <source>Only pictures stored on this computer can be read: save it first.</source>
        <translation>이 컴퓨터에 저장된 그림만 읽을 수 있습니다. 먼저 저장하세요.</translation>
    </message>
    <message>
        <source>the pasted picture</source>
        <translation>붙여넣은 그림</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard: copy one first.</source>
        <translation>클립보드에 그림이 없습니다. 먼저 그림을 복사하세요.</translation>
    </message>
    <message>
        <source>Open a picture of a digit</source>
        <translation>숫자 그림 열기</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
</context>
<context>
    <name>PixelZoom</name>
    <message>
        <source>Row {row}, column {column}: {value} of 255 = {share:.3f}</source>
        <translation>{row}행 {column}열: 255 중 {value} = {share:.3f}</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>The probability the network gives to each digit; together they are 100 %.</source>
        <translation>신경망이 각 숫자에 매긴 확률입니다. 모두 더하면 100 %입니다.</translation>
    </message>
    <message>
        <source>Probability of {label}: {value:.6f}</source>
        <translation>{label}의 확률: {value:.6f}</translation>
    </message>
    <message>
        <source>Probabilities of the digits</source>
        <translation>숫자별 확률</translation>
    </message>
    <message>
        <source>Empty: nothing has been recognised yet.</source>
        <translation>비어 있음: 아직 인식한 숫자가 없습니다.</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>드라이브</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>찾는 위치(&amp;L):</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>파일 형식(&amp;T):</translation>
    </message>
</context>
<context>
    <name>QuietSpinBox</name>
    <message>
        <source>{name} takes a whole number from {low:,} to {high:,}, not “{text}”.</source>
        <translation>{name}: “{text}” 대신 {low:,}부터 {high:,}까지의 정수를 입력하세요.</translation>
    </message>
</context>
<context>
    <name>RecogniserChoice</name>
    <message>
        <source>Shipped network</source>
        <translation>기본 제공 신경망</translation>
    </message>
    <message>
        <source>Shipped network ({accuracy:.1f} %)</source>
        <translation>기본 제공 신경망 ({accuracy:.1f} %)</translation>
    </message>
    <message>
        <source>Your network (iteration {iteration})</source>
        <translation>내 신경망 (반복 {iteration})</translation>
    </message>
    <message>
        <source>Recognised by</source>
        <translation>인식 신경망</translation>
    </message>
    <message>
        <source>Which network reads the digit: the one that came with the program, with its accuracy on MNIST&apos;s 10,000 test images, or yours as it learns.</source>
        <translation>어느 신경망이 숫자를 읽을지 고릅니다. 프로그램에 들어 있는 신경망(MNIST 시험 이미지 10,000장에 대한 정확도와 함께)이나 지금 학습하는 내 신경망입니다.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Error report</source>
        <translation>오류 보고서</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>문제가 생겼습니다</translation>
    </message>
    <message>
        <source>The program goes on, and your network is still there. The report below helps to mend the fault: copy it into a message to the authors.</source>
        <translation>프로그램은 계속 실행되고 신경망도 그대로 있습니다. 아래 보고서를 복사해 만든 이에게 보내 주시면 오류를 고치는 데 도움이 됩니다.</translation>
    </message>
    <message>
        <source>What happened and where, and the versions in use</source>
        <translation>어디에서 무슨 일이 있었는지와 사용 중인 버전입니다</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>보고서 복사(&amp;C)</translation>
    </message>
    <message>
        <source>Put the whole report on the clipboard as plain text</source>
        <translation>보고서 전체를 텍스트로 클립보드에 복사합니다</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Not trained yet</source>
        <translation>아직 학습하지 않았습니다</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>학습했습니다</translation>
    </message>
    <message>
        <source>{elapsed} trained</source>
        <translation>학습 시간 {elapsed}</translation>
    </message>
    <message>
        <source>{elapsed} trained, about {remaining} to go</source>
        <translation>학습 시간 {elapsed}, 약 {remaining} 남음</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>+1 iteration</source>
        <translation>+1 반복</translation>
    </message>
    <message>
        <source>+1 epoch</source>
        <translation>+1 에폭</translation>
    </message>
    <message>
        <source>+1 epoch: learn from the rest of the training data, to the end of the epoch.</source>
        <translation>+1 에폭: 남은 훈련 데이터로 이번 에폭이 끝날 때까지 학습합니다.</translation>
    </message>
    <message>
        <source>Reset weights</source>
        <translation>가중치 초기화</translation>
    </message>
    <message>
        <source>Pause: training stays where it is, Train goes on from there.</source>
        <translation>일시 정지: 학습을 지금 자리에서 멈춥니다. ‘학습’을 누르면 이어집니다.</translation>
    </message>
    <message>
        <source>Train: forward pass, loss, backward pass and update, mini-batch after mini-batch.</source>
        <translation>학습: 미니배치마다 순전파, 손실, 역전파, 갱신을 되풀이합니다.</translation>
    </message>
    <message>
        <source>Stop: end this run; the next Train starts a new one.</source>
        <translation>중지: 이번 학습을 끝냅니다. 다음에 ‘학습’을 누르면 새로 시작합니다.</translation>
    </message>
    <message>
        <source>+1 iteration: learn from a single mini-batch, one update of the weights.</source>
        <translation>+1 반복: 미니배치 하나로 학습해 가중치를 한 번 갱신합니다.</translation>
    </message>
    <message>
        <source>Reset weights: start again from the first random weights of the seed.</source>
        <translation>가중치 초기화: 이 시드의 처음 무작위 가중치에서 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Updates of the weights so far; one for each mini-batch.</source>
        <translation>지금까지 가중치를 갱신한 횟수입니다. 미니배치마다 한 번씩 갱신합니다.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>How often all training samples have been used, and the goal.</source>
        <translation>훈련 데이터 전체를 사용한 횟수와 목표입니다.</translation>
    </message>
    <message>
        <source>Samples/s</source>
        <translation>초당 데이터 수</translation>
    </message>
    <message>
        <source>Training samples the network learns from in one second.</source>
        <translation>1초에 학습하는 훈련 데이터의 수입니다.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>The loss of the latest mini-batch: how wrong the network was.</source>
        <translation>가장 최근 미니배치의 손실입니다. 신경망이 얼마나 틀렸는지를 나타냅니다.</translation>
    </message>
    <message>
        <source>Train accuracy</source>
        <translation>훈련 정확도</translation>
    </message>
    <message>
        <source>Share of the training samples it gets right, at the latest evaluation.</source>
        <translation>가장 최근에 잰, 훈련 데이터 중 맞힌 비율입니다.</translation>
    </message>
    <message>
        <source>Share of the test samples it gets right: samples it never learned from.</source>
        <translation>학습에 쓰지 않은 시험 데이터 중 맞힌 비율입니다.</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>시험 정확도</translation>
    </message>
    <message>
        <source>How much of the run is done.</source>
        <translation>이번 학습이 얼마나 진행되었는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>학습 진행률</translation>
    </message>
    <message>
        <source>Time trained in this run, and time to go at this speed.</source>
        <translation>이번 학습에 걸린 시간과 지금 속도로 남은 시간입니다.</translation>
    </message>
</context>
<context>
    <name>RunControl</name>
    <message>
        <source>Training begins when the data are loaded.</source>
        <translation>데이터를 다 읽으면 학습을 시작합니다.</translation>
    </message>
    <message>
        <source>Training diverged at iteration {iteration}: undo, try a smaller learning rate.</source>
        <translation>반복 {iteration}에서 학습이 발산했습니다. 실행 취소를 누르고 학습률을 낮춰 보세요.</translation>
    </message>
</context>
<context>
    <name>SampleBrowser</name>
    <message>
        <source>Test digit</source>
        <translation>시험 숫자</translation>
    </message>
    <message>
        <source>Number of a digit among MNIST&apos;s test images; none of them was trained on.</source>
        <translation>MNIST 시험 이미지의 번호입니다. 모두 학습에 쓰지 않은 이미지입니다.</translation>
    </message>
    <message>
        <source>Previous test digit</source>
        <translation>이전 시험 숫자</translation>
    </message>
    <message>
        <source>Left arrow on the canvas</source>
        <translation>캔버스에서 왼쪽 화살표</translation>
    </message>
    <message>
        <source>Next test digit</source>
        <translation>다음 시험 숫자</translation>
    </message>
    <message>
        <source>Right arrow on the canvas</source>
        <translation>캔버스에서 오른쪽 화살표</translation>
    </message>
    <message>
        <source>Next mistake</source>
        <translation>다음 오답</translation>
    </message>
    <message>
        <source>M on the canvas</source>
        <translation>캔버스에서 M</translation>
    </message>
    <message>
        <source>Go to the next test digit that the chosen network takes for another one (M on the canvas)</source>
        <translation>고른 신경망이 잘못 읽는 다음 시험 숫자로 갑니다 (캔버스에서 M)</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Your network does not take 784 pixels: it cannot read digits.</source>
        <translation>내 신경망의 입력이 784픽셀이 아니어서 숫자를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Loading the data …</source>
        <translation>데이터를 읽는 중입니다…</translation>
    </message>
    <message>
        <source>Choose dataset</source>
        <translation>데이터셋 선택</translation>
    </message>
    <message>
        <source>Reset weights</source>
        <translation>가중치 초기화</translation>
    </message>
    <message>
        <source>Batch normalization needs at least 2 samples in every batch, but {count:,} samples in batches of {size} leave one of 1: choose another batch size.</source>
        <translation>배치 정규화를 하려면 모든 배치에 데이터가 2개 이상 있어야 하는데, 데이터 {count:,}개를 {size}개씩 나누면 1개짜리 배치가 남습니다. 배치 크기를 바꾸세요.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Every key that does something in this window</source>
        <translation>이 창에서 쓸 수 있는 모든 단축키입니다</translation>
    </message>
</context>
<context>
    <name>StagesView</name>
    <message>
        <source>Cut out</source>
        <translation>잘라내기</translation>
    </message>
    <message>
        <source>Scaled</source>
        <translation>크기 맞춤</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>가운데 맞춤</translation>
    </message>
    <message>
        <source>This digit came as 28 × 28 pixels: the network receives them as they are.</source>
        <translation>처음부터 28 × 28 픽셀인 숫자입니다. 신경망이 그대로 받습니다.</translation>
    </message>
    <message>
        <source>The rectangle around the ink, cut out of the canvas.</source>
        <translation>그린 부분을 감싸는 사각형을 캔버스에서 잘라 낸 것입니다.</translation>
    </message>
    <message>
        <source>The same, made smaller until its longer side has 20 pixels, as MNIST&apos;s digits were.</source>
        <translation>MNIST 숫자처럼 긴 변이 20픽셀이 되도록 줄인 것입니다.</translation>
    </message>
    <message>
        <source>Put into 28 by 28 pixels so that its centre of mass is in the middle: these 784 numbers, divided by 255, are the network&apos;s input x.</source>
        <translation>무게중심이 한가운데 오도록 28 × 28 픽셀에 넣은 것입니다. 이 784개의 수를 255로 나눈 값이 신경망의 입력 x입니다.</translation>
    </message>
    <message>
        <source>What the network receives</source>
        <translation>신경망이 받는 입력</translation>
    </message>
    <message>
        <source>The digit cut out of the canvas, scaled to 20 by 20 and centred in 28 by 28 pixels.</source>
        <translation>캔버스에서 잘라 20 × 20으로 줄이고 28 × 28 픽셀 가운데에 놓은 숫자입니다.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Iteration {iteration:,}   Loss {loss}</source>
        <translation>반복 {iteration:,}   손실 {loss}</translation>
    </message>
    <message>
        <source>Updates so far and the loss of the last mini-batch</source>
        <translation>지금까지의 갱신 횟수와 마지막 미니배치의 손실입니다</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>학습 진행 상황</translation>
    </message>
</context>
<context>
    <name>TrainingEdits</name>
    <message>
        <source>Set units</source>
        <translation>뉴런 수 변경</translation>
    </message>
    <message>
        <source>Set activation</source>
        <translation>활성화 함수 변경</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>층 추가</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>층 빼기</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>층 이동</translation>
    </message>
    <message>
        <source>Set option of {optimizer}</source>
        <translation>{optimizer} 설정 변경</translation>
    </message>
    <message>
        <source>These data have values to predict and no classes: only “{loss}” can measure the error.</source>
        <translation>이 데이터에는 클래스가 없고 예측할 값이 있습니다. 오차를 잴 수 있는 손실 함수는 “{loss}”뿐입니다.</translation>
    </message>
    <message>
        <source>Set {name}</source>
        <translation>{name} 변경</translation>
    </message>
    <message>
        <source>This network would need {need} of memory to train; at most {limit} are allowed. Use fewer units or a smaller batch size.</source>
        <translation>이 신경망을 학습하려면 메모리가 {need} 필요하지만 {limit}까지만 쓸 수 있습니다. 뉴런 수나 배치 크기를 줄이세요.</translation>
    </message>
</context>
<context>
    <name>TrainingForm</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>What the network learns from.</source>
        <translation>신경망이 학습하는 데이터입니다.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>The layers between the data and the answer.</source>
        <translation>데이터와 답 사이에 놓인 층들입니다.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>최적화</translation>
    </message>
    <message>
        <source>How gradients become updates of the weights.</source>
        <translation>기울기로 가중치를 갱신하는 방법입니다.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>학습 설정</translation>
    </message>
    <message>
        <source>How long and in what portions the network learns.</source>
        <translation>얼마나 오래, 얼마씩 나누어 학습할지 정합니다.</translation>
    </message>
    <message>
        <source>each epoch</source>
        <translation>에폭마다</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Show what is seldom changed: the precision of the numbers.</source>
        <translation>잘 바꾸지 않는 항목인 수의 정밀도를 보여 줍니다.</translation>
    </message>
    <message>
        <source>This network is not a plain chain of hidden layers: the form cannot edit it.</source>
        <translation>이 신경망은 은닉층을 한 줄로 이은 구조가 아니어서 여기서는 바꿀 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Input: {shape} numbers</source>
        <translation>입력: {shape}개의 값</translation>
    </message>
    <message>
        <source>Output: {n}</source>
        <translation>출력: {n}</translation>
    </message>
    <message>
        <source>Output: {n} classes ({names})</source>
        <translation>출력: 클래스 {n}개 ({names})</translation>
    </message>
    <message>
        <source>{n} parameters, about {memory} to train</source>
        <translation>매개변수 {n}개, 학습에 약 {memory}</translation>
    </message>
    <message>
        <source>Weights and biases the network learns, and the memory that training them takes.</source>
        <translation>학습하는 가중치와 편향의 수, 그리고 학습에 드는 메모리입니다.</translation>
    </message>
    <message>
        <source>Training diverged at iteration {iteration}: the loss is no longer a number. Undo, choose a smaller learning rate and train again.</source>
        <translation>반복 {iteration}에서 학습이 발산했습니다. 손실이 더는 수가 아닙니다. 실행 취소를 누르고 학습률을 낮춰 다시 학습하세요.</translation>
    </message>
    <message>
        <source>Why the last edit or run did not do what was asked.</source>
        <translation>마지막 변경이나 학습이 뜻대로 되지 않은 까닭입니다.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Training choices</source>
        <translation>학습 선택 사항</translation>
    </message>
</context>
<context>
    <name>TrainingRun</name>
    <message>
        <source>Train 1 iteration</source>
        <translation>1회 반복 학습</translation>
    </message>
    <message>
        <source>Train {count} iterations</source>
        <translation>{count}회 반복 학습</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Affine</source>
        <translation>Affine</translation>
    </message>
    <message>
        <source>Weighted sum of all inputs plus a bias: x·W + b.</source>
        <translation>모든 입력의 가중합에 편향을 더합니다: x·W + b.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>계단 함수</translation>
    </message>
    <message>
        <source>The perceptron&apos;s step function: 1 above 0, else 0. Its slope is 0, so nothing is learned through it.</source>
        <translation>퍼셉트론의 계단 함수입니다. 0보다 크면 1, 아니면 0입니다. 기울기가 0이라 학습이 되지 않습니다.</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>Squeezes every number smoothly between 0 and 1: 1 / (1 + exp(-x)). Its gradient fades far from 0.</source>
        <translation>모든 수를 0과 1 사이로 매끄럽게 바꿉니다: 1 / (1 + exp(-x)). 0에서 멀어지면 기울기가 사라집니다.</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Lets positive numbers through and turns negative ones into 0.</source>
        <translation>양수는 그대로 흘리고 음수는 0으로 바꿉니다.</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>항등 함수</translation>
    </message>
    <message>
        <source>Passes its input on unchanged. A network of such layers only is no better than a single layer.</source>
        <translation>입력을 그대로 출력합니다. 항등 함수만 쓰면 층을 쌓아도 한 층과 다를 바 없습니다.</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>Squeezes every number smoothly between -1 and 1.</source>
        <translation>모든 수를 -1과 1 사이로 매끄럽게 바꿉니다.</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>ReLU with a small slope below 0, so that no neuron dies.</source>
        <translation>0 아래에도 작은 기울기가 있어 뉴런이 죽지 않는 ReLU입니다.</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>ReLU that bends smoothly towards a negative value below 0.</source>
        <translation>0 아래에서 음수 값으로 매끄럽게 휘는 ReLU입니다.</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>ReLU with a rounded corner: log(1 + exp(x)).</source>
        <translation>모서리를 둥글린 ReLU입니다: log(1 + exp(x)).</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Weighs each number by the chance that a normally distributed one is smaller.</source>
        <translation>각 수에, 정규분포를 따르는 수가 그보다 작을 확률을 곱합니다.</translation>
    </message>
    <message>
        <source>Swish</source>
        <translation>Swish</translation>
    </message>
    <message>
        <source>Each number times its own sigmoid: x · sigmoid(x).</source>
        <translation>각 수에 그 수의 시그모이드를 곱합니다: x · sigmoid(x).</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>Turns the scores of a sample into probabilities that sum to 1.</source>
        <translation>데이터 하나의 점수들을 합이 1인 확률로 바꿉니다.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>Switches off neurons by chance while training, against overfitting.</source>
        <translation>학습할 때 뉴런을 무작위로 꺼서 오버피팅을 막습니다.</translation>
    </message>
    <message>
        <source>Batch normalization</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Shifts and scales each neuron to mean 0 and variance 1 over the mini-batch.</source>
        <translation>미니배치에 대해 각 뉴런의 값을 평균 0, 분산 1로 정규화합니다.</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>펼치기</translation>
    </message>
    <message>
        <source>Lays an image out as one row of numbers.</source>
        <translation>이미지를 한 줄의 수로 펼칩니다.</translation>
    </message>
    <message>
        <source>Softmax with cross-entropy</source>
        <translation>소프트맥스 + 교차 엔트로피</translation>
    </message>
    <message>
        <source>For classes: softmax turns scores into probabilities, cross-entropy measures them against the right answer.</source>
        <translation>분류용입니다. 소프트맥스로 점수를 확률로 바꾸고, 교차 엔트로피 오차로 정답과 견줍니다.</translation>
    </message>
    <message>
        <source>Identity with squared error</source>
        <translation>항등 함수 + 오차제곱합</translation>
    </message>
    <message>
        <source>For numbers to predict: half the sum of the squared differences.</source>
        <translation>회귀용입니다. 오차를 제곱해 더한 값의 절반입니다.</translation>
    </message>
    <message>
        <source>Sigmoid with cross-entropy</source>
        <translation>시그모이드 + 교차 엔트로피</translation>
    </message>
    <message>
        <source>A separate yes or no for each output: sigmoid, then cross-entropy.</source>
        <translation>출력마다 예/아니요를 따로 판단합니다. 시그모이드 다음에 교차 엔트로피 오차를 씁니다.</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Stochastic gradient descent: a step against the gradient. Usual learning rates: 0.01 to 0.1.</source>
        <translation>확률적 경사 하강법입니다. 기울기의 반대 방향으로 나아갑니다. 흔히 쓰는 학습률은 0.01~0.1입니다.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>SGD that gathers speed like a ball rolling downhill. Usual learning rate: 0.01.</source>
        <translation>비탈을 구르는 공처럼 속도가 붙는 SGD입니다. 흔히 쓰는 학습률은 0.01입니다.</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Momentum that looks ahead before it corrects its course. Usual learning rate: 0.01.</source>
        <translation>앞을 내다보고 방향을 고치는 모멘텀입니다. 흔히 쓰는 학습률은 0.01입니다.</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>Gives each weight its own step, smaller the more it has moved already. Usual learning rate: 0.01.</source>
        <translation>가중치마다 학습률을 따로 두고, 많이 움직인 가중치일수록 줄입니다. 흔히 쓰는 학습률은 0.01입니다.</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>AdaGrad that forgets old gradients, so that it never stands still. Usual learning rate: 0.001 to 0.01.</source>
        <translation>오래된 기울기를 잊어서 멈춰 서지 않는 AdaGrad입니다. 흔히 쓰는 학습률은 0.001~0.01입니다.</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Momentum and RMSprop together. Usual learning rate: 0.001.</source>
        <translation>모멘텀과 RMSprop을 합친 기법입니다. 흔히 쓰는 학습률은 0.001입니다.</translation>
    </message>
    <message>
        <source>Normal, fixed spread</source>
        <translation>정규분포 (표준편차 지정)</translation>
    </message>
    <message>
        <source>Normally distributed with the standard deviation you choose; the book starts with 0.01.</source>
        <translation>표준편차를 직접 정하는 정규분포입니다. 책에서는 0.01로 시작합니다.</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>상수</translation>
    </message>
    <message>
        <source>The same value everywhere: all neurons of a layer then learn the same.</source>
        <translation>모두 같은 값입니다. 그러면 한 층의 뉴런이 모두 똑같이 학습합니다.</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>모두 0</translation>
    </message>
    <message>
        <source>Every weight starts at 0: all neurons of a layer then learn the same, or nothing.</source>
        <translation>모든 가중치가 0에서 시작합니다. 그러면 한 층의 뉴런이 모두 똑같이 학습하거나 전혀 학습하지 못합니다.</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>Standard deviation 1 / √n for n inputs: fits sigmoid and tanh.</source>
        <translation>입력이 n개일 때 표준편차가 1 / √n입니다. 시그모이드와 tanh에 알맞습니다.</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>Standard deviation √(2 / n) for n inputs: fits ReLU.</source>
        <translation>입력이 n개일 때 표준편차가 √(2 / n)입니다. ReLU에 알맞습니다.</translation>
    </message>
    <message>
        <source>MNIST digits</source>
        <translation>MNIST 손글씨 숫자</translation>
    </message>
    <message>
        <source>70,000 handwritten digits of 28 × 28 pixels: 60,000 to learn from, 10,000 for the test.</source>
        <translation>28 × 28 픽셀의 손글씨 숫자 70,000장입니다. 60,000장으로 학습하고 10,000장으로 시험합니다.</translation>
    </message>
    <message>
        <source>AND gate</source>
        <translation>AND 게이트</translation>
    </message>
    <message>
        <source>1 only if both inputs are 1. A single perceptron can learn it.</source>
        <translation>두 입력이 모두 1일 때만 1입니다. 퍼셉트론 하나로 배울 수 있습니다.</translation>
    </message>
    <message>
        <source>OR gate</source>
        <translation>OR 게이트</translation>
    </message>
    <message>
        <source>1 if at least one input is 1. A single perceptron can learn it.</source>
        <translation>두 입력 중 하나라도 1이면 1입니다. 퍼셉트론 하나로 배울 수 있습니다.</translation>
    </message>
    <message>
        <source>NAND gate</source>
        <translation>NAND 게이트</translation>
    </message>
    <message>
        <source>0 only if both inputs are 1. A single perceptron can learn it.</source>
        <translation>두 입력이 모두 1일 때만 0입니다. 퍼셉트론 하나로 배울 수 있습니다.</translation>
    </message>
    <message>
        <source>XOR gate</source>
        <translation>XOR 게이트</translation>
    </message>
    <message>
        <source>1 if the inputs differ. No single perceptron can learn it: it takes a hidden layer.</source>
        <translation>두 입력이 서로 다르면 1입니다. 퍼셉트론 하나로는 배울 수 없고 은닉층이 필요합니다.</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>원</translation>
    </message>
    <message>
        <source>Points of one class inside a ring of the other.</source>
        <translation>한 클래스의 점들을 다른 클래스의 점들이 고리처럼 둘러쌉니다.</translation>
    </message>
    <message>
        <source>Four squares</source>
        <translation>네 사각형</translation>
    </message>
    <message>
        <source>XOR as points in the plane: opposite squares belong to the same class.</source>
        <translation>평면의 점으로 나타낸 XOR입니다. 마주 보는 사각형이 같은 클래스입니다.</translation>
    </message>
    <message>
        <source>Two clouds</source>
        <translation>두 무리</translation>
    </message>
    <message>
        <source>Two normally distributed clouds of points: a straight line separates them.</source>
        <translation>정규분포를 따르는 두 무리의 점입니다. 직선 하나로 나눌 수 있습니다.</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>나선</translation>
    </message>
    <message>
        <source>Two arms that turn around each other: the hardest of the four point sets.</source>
        <translation>서로 감아 도는 두 가닥입니다. 네 가지 점 데이터셋 중 가장 어렵습니다.</translation>
    </message>
    <message>
        <source>Plane (regression)</source>
        <translation>평면 (회귀)</translation>
    </message>
    <message>
        <source>A sloping plane whose height the network has to predict.</source>
        <translation>기울어진 평면의 높이를 신경망이 예측합니다.</translation>
    </message>
    <message>
        <source>Hills (regression)</source>
        <translation>언덕 (회귀)</translation>
    </message>
    <message>
        <source>Hills and hollows whose height the network has to predict.</source>
        <translation>언덕과 웅덩이의 높이를 신경망이 예측합니다.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>뉴런 수</translation>
    </message>
    <message>
        <source>How many neurons the layer has.</source>
        <translation>이 층의 뉴런 수입니다.</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>가중치 초깃값</translation>
    </message>
    <message>
        <source>How the weights are drawn before training; the biases start at 0.</source>
        <translation>학습 전에 가중치를 정하는 방법입니다. 편향은 0에서 시작합니다.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>초깃값 크기</translation>
    </message>
    <message>
        <source>The standard deviation of normally distributed weights, or the value of constant ones.</source>
        <translation>정규분포일 때는 가중치의 표준편차, 상수일 때는 그 값입니다.</translation>
    </message>
    <message>
        <source>Share of hidden neurons switched off by chance at each iteration, against overfitting; 0 is none.</source>
        <translation>오버피팅을 막기 위해 반복마다 무작위로 끄는 은닉층 뉴런의 비율입니다. 0이면 끄지 않습니다.</translation>
    </message>
    <message>
        <source>Slope below 0</source>
        <translation>음수 기울기</translation>
    </message>
    <message>
        <source>How much of a negative number comes through; 0 makes it a ReLU.</source>
        <translation>음수를 얼마나 통과시킬지 정합니다. 0이면 ReLU와 같습니다.</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>알파</translation>
    </message>
    <message>
        <source>The output far below 0 is minus this value.</source>
        <translation>0보다 훨씬 작은 입력에서 출력은 이 값에 음의 부호를 붙인 값입니다.</translation>
    </message>
    <message>
        <source>Averaging</source>
        <translation>이동 평균 계수</translation>
    </message>
    <message>
        <source>Share of the old running mean and variance kept at each mini-batch; the test uses these averages.</source>
        <translation>미니배치마다 이전 이동 평균과 분산을 남기는 비율입니다. 시험할 때 이 평균을 씁니다.</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>엡실론</translation>
    </message>
    <message>
        <source>Added to the variance, so that nothing is divided by 0.</source>
        <translation>0으로 나누지 않도록 분산에 더하는 값입니다.</translation>
    </message>
    <message>
        <source>Share of the speed kept from one update to the next; 0 is SGD.</source>
        <translation>다음 갱신까지 남는 속도의 비율입니다. 0이면 SGD와 같습니다.</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>감쇠율</translation>
    </message>
    <message>
        <source>Share of the squared gradients remembered from one update to the next.</source>
        <translation>다음 갱신까지 기억하는, 기울기 제곱의 비율입니다.</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>베타 1</translation>
    </message>
    <message>
        <source>Share of the mean gradient remembered from one update to the next.</source>
        <translation>다음 갱신까지 기억하는, 기울기 평균의 비율입니다.</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>베타 2</translation>
    </message>
    <message>
        <source>Share of the mean squared gradient remembered from one update to the next.</source>
        <translation>다음 갱신까지 기억하는, 기울기 제곱 평균의 비율입니다.</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점의 수</translation>
    </message>
    <message>
        <source>How many points there are, those for the test included.</source>
        <translation>시험용을 포함한 점의 수입니다.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <source>How far chance moves the points or their labels; 0 is not at all.</source>
        <translation>점이나 레이블이 무작위로 흐트러지는 정도입니다. 0이면 흐트러지지 않습니다.</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>시험 비율</translation>
    </message>
    <message>
        <source>Share of the points kept back for the test: the network never learns from them.</source>
        <translation>시험용으로 남겨 두는 점의 비율입니다. 이 점들은 학습에 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>데이터 시드</translation>
    </message>
    <message>
        <source>Start of the random numbers: the same seed gives the same points.</source>
        <translation>난수의 시작값입니다. 시드가 같으면 점도 같습니다.</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>What the network learns from, and what it is tested with.</source>
        <translation>신경망을 학습하고 시험하는 데이터입니다.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실 함수</translation>
    </message>
    <message>
        <source>The loss function: the one number that says how wrong the network is. Training lowers it.</source>
        <translation>손실 함수입니다. 신경망이 얼마나 틀렸는지를 수 하나로 나타냅니다. 학습은 이 값을 줄이는 일입니다.</translation>
    </message>
    <message>
        <source>Share of each hidden layer&apos;s neurons switched off by chance at each iteration, against overfitting; 0 is none.</source>
        <translation>오버피팅을 막기 위해 반복마다 각 은닉층에서 무작위로 끄는 뉴런의 비율입니다. 0이면 끄지 않습니다.</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Batch normalization before each activation: mean 0 and variance 1 over the mini-batch. Training becomes faster and less sensitive to the initial weights.</source>
        <translation>활성화 함수 앞마다 배치 정규화를 넣어 미니배치의 평균을 0, 분산을 1로 맞춥니다. 학습이 빨라지고 초깃값의 영향을 덜 받습니다.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Digits of each number: float32 has 7 and is fast, float64 has 16, for comparing with the book.</source>
        <translation>수의 자릿수입니다. float32는 7자리로 빠르고, float64는 16자리로 책과 견줄 때 씁니다.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>최적화 기법</translation>
    </message>
    <message>
        <source>The rule that turns gradients into updates of the weights.</source>
        <translation>기울기로 가중치를 갱신하는 규칙입니다.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>How far each update moves the weights against the gradient. Too small learns slowly, too large diverges.</source>
        <translation>갱신할 때마다 가중치를 기울기 반대 방향으로 얼마나 움직일지 정합니다. 너무 작으면 느리고, 너무 크면 발산합니다.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>가중치 감소</translation>
    </message>
    <message>
        <source>Pulls every weight towards 0 at each update, against overfitting; 0 is none.</source>
        <translation>오버피팅을 막기 위해 갱신할 때마다 모든 가중치를 0 쪽으로 당깁니다. 0이면 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Training samples in a mini-batch: the loss and its gradient are averaged over them before each update.</source>
        <translation>미니배치에 담는 훈련 데이터의 수입니다. 손실과 기울기를 이만큼 평균해 한 번 갱신합니다.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에폭 수</translation>
    </message>
    <message>
        <source>How many times a run goes through all training samples.</source>
        <translation>학습 한 번에 훈련 데이터 전체를 몇 번 사용할지 정합니다.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Start of the random numbers: initial weights, order of the samples, dropout. The same seed gives the same run.</source>
        <translation>난수의 시작값입니다. 가중치 초깃값, 데이터 순서, 드롭아웃을 정합니다. 시드가 같으면 학습 결과도 같습니다.</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>정확도 측정 간격</translation>
    </message>
    <message>
        <source>Iterations between two measurements of the accuracy; 0 measures after each epoch.</source>
        <translation>정확도를 몇 번 반복할 때마다 잴지 정합니다. 0이면 에폭마다 잽니다.</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>주황</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>파랑</translation>
    </message>
</context>
</TS>
