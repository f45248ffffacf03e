<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>{layer} has {units} neurons; a new one can stand at 0 to {units}</source>
        <translation>{layer}: 뉴런이 {units}개입니다. 새 뉴런의 자리는 0번부터 {units}번까지입니다</translation>
    </message>
    <message>
        <source>{layer} has no neuron {neuron}; its neurons are 0 to {last}</source>
        <translation>{layer}: 뉴런 {neuron}번이 없습니다. 뉴런은 0번부터 {last}번까지입니다</translation>
    </message>
    <message>
        <source>{layer} has one neuron only, and a layer without any gives nothing to the next; remove the layer instead</source>
        <translation>{layer}: 뉴런이 하나뿐입니다. 뉴런이 없는 층은 다음 층에 아무것도 넘기지 못하니, 대신 층을 빼세요</translation>
    </message>
    <message>
        <source>{layer} has neurons 0 to {last}; neuron {neuron} cannot go to place {to}</source>
        <translation>{layer}: 뉴런은 0번부터 {last}번까지입니다. 뉴런 {neuron}번을 {to}번 자리에 옮길 수 없습니다</translation>
    </message>
    <message>
        <source>a network needs at least one layer; insert another one before you remove the last</source>
        <translation>신경망에는 층이 하나는 있어야 합니다. 하나 남은 층을 빼려면 먼저 다른 층을 삽입하세요</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>{name} gets samples of shape {shape} from {giver} and cannot take them: {reason}</source>
        <translation>{name}: {giver}에서 오는 형상 {shape}의 데이터를 받을 수 없습니다. {reason}</translation>
    </message>
    <message>
        <source>{loss} gets samples of shape {shape} from {giver}; it expects one row of scores, such as ({numbers},): put a Flatten or an Affine layer at the end</source>
        <translation>{loss}: {giver}에서 형상 {shape}의 데이터가 옵니다. 데이터마다 ({numbers},)처럼 점수 한 행이 필요하니, 끝에 Flatten(펼치기)이나 Affine 계층을 두세요</translation>
    </message>
    <message>
        <source>the place {index} is not in the network; give one from 0 to {largest}</source>
        <translation>신경망에 {index}번 자리가 없습니다. 0번부터 {largest}번까지 고르세요</translation>
    </message>
    <message>
        <source>there are no {count} layers from place {first} on; the network has {layers}</source>
        <translation>{first}번 자리부터 층 {count}개를 고를 수 없습니다. 신경망의 층은 모두 {layers}개입니다</translation>
    </message>
    <message>
        <source>{layer} has no neurons of its own: it gives as many numbers as it gets; change the Affine layer before it</source>
        <translation>{layer}: 자기 뉴런 없이, 받은 수만큼 그대로 넘기는 층입니다. 앞에 있는 Affine 계층에서 뉴런 수를 바꾸세요</translation>
    </message>
    <message>
        <source>{name} must hold real numbers, got dtype {dtype}; convert it to float first</source>
        <translation>{name}: 실수여야 하는데 dtype이 {dtype}입니다. 먼저 float로 바꾸세요</translation>
    </message>
    <message>
        <source>dataset {dataset} has no training samples; there is nothing to learn from</source>
        <translation>데이터셋 {dataset}에는 훈련 데이터가 없어 학습할 수 없습니다</translation>
    </message>
    <message>
        <source>the network has nothing to learn: put an Affine layer into it</source>
        <translation>신경망에 학습할 것이 없습니다. Affine 계층을 넣으세요</translation>
    </message>
    <message>
        <source>dataset {dataset} has {got} numbers a sample, but the network expects {wanted} inputs; build it with input_shape {shape}</source>
        <translation>데이터셋 {dataset}: 데이터 하나에 수가 {got}개인데 신경망의 입력은 {wanted}개입니다. input_shape={shape} 설정으로 신경망을 만드세요</translation>
    </message>
    <message>
        <source>{layer} needs at least {least} samples in every batch, but {samples} samples in batches of {batch_size} leave one of {smallest}; choose another batch size</source>
        <translation>{layer}: 모든 배치에 데이터가 {least}개 이상 있어야 하는데, 데이터 {samples}개를 {batch_size}개씩 나누면 {smallest}개짜리 배치가 남습니다. 배치 크기를 바꾸세요</translation>
    </message>
    <message>
        <source>batches of {batch_size} out of {samples} samples leave one of {smallest}, from which {gone} may be left out; choose another batch size</source>
        <translation>데이터 {samples}개를 {batch_size}개씩 묶으면 {smallest}개짜리 배치가 생기는데, 거기서 {gone}개가 빠질 수 있습니다. 배치 크기를 바꾸세요</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>a breakpoint without conditions would never stop; give at least one</source>
        <translation>조건이 없는 중단점은 한 번도 멈추지 않습니다. 조건을 하나 이상 넣으세요</translation>
    </message>
    <message>
        <source>a breakpoint is an object with a list of conditions, got {data!r}</source>
        <translation>중단점은 조건의 리스트가 든 객체여야 합니다. 받은 값: {data!r}</translation>
    </message>
    <message>
        <source>field &apos;enabled&apos; of a breakpoint is {enabled!r}; give true or false</source>
        <translation>중단점의 &apos;enabled&apos; 필드: {enabled!r} 대신 true나 false를 쓰세요</translation>
    </message>
    <message>
        <source>{field}[{place}] is {item!r}; expected an object with the name of its kind</source>
        <translation>{field}[{place}]: {item!r} 대신 종류의 이름이 든 객체가 필요합니다</translation>
    </message>
    <message>
        <source>{field}[{place}]: {reason}</source>
        <translation>{field}[{place}]: {reason}</translation>
    </message>
    <message>
        <source>dataset {name} has {samples} samples but {targets} targets; give one target for each sample</source>
        <translation>데이터셋 {name}: 데이터는 {samples}개인데 정답은 {targets}개입니다. 데이터마다 정답을 하나씩 주세요</translation>
    </message>
    <message>
        <source>dataset {name} has {width} numbers a sample, but features for {inputs}; give one for each</source>
        <translation>데이터셋 {name}: 데이터 하나에 숫자가 {width}개인데 특성은 {inputs}개분입니다. 숫자마다 하나씩 주세요</translation>
    </message>
    <message>
        <source>dataset {name}</source>
        <translation>데이터셋 {name}</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>got {samples} samples and {targets} targets; give one target for each sample</source>
        <translation>데이터는 {samples}개인데 정답은 {targets}개입니다. 데이터마다 정답을 하나씩 주세요</translation>
    </message>
    <message>
        <source>batch_size is {batch_size}; give 1 to {most}, the number of samples</source>
        <translation>batch_size: {batch_size} 대신 1부터 데이터 수인 {most}까지의 수를 쓰세요</translation>
    </message>
    <message>
        <source>no file is chosen; choose one with File &gt; Import data</source>
        <translation>고른 파일이 없습니다. ‘파일 &gt; 데이터 가져오기’에서 고르세요</translation>
    </message>
    <message>
        <source>install nn-playground again, or give the path of an mnist.npz with train_x, train_t, test_x, test_t</source>
        <translation>nn-playground를 다시 설치하거나, train_x, train_t, test_x, test_t가 든 mnist.npz의 경로를 주세요</translation>
    </message>
    <message>
        <source>the package `resources` with data/mnist.npz is missing; {way_out}</source>
        <translation>data/mnist.npz가 든 `resources` 패키지가 없습니다. {way_out}</translation>
    </message>
    <message>
        <source>no MNIST file at {path}; {way_out}</source>
        <translation>MNIST 파일이 없습니다: {path}. {way_out}</translation>
    </message>
    <message>
        <source>{path} is damaged or is not MNIST ({reason}); {way_out}</source>
        <translation>{path}: 손상되었거나 MNIST가 아닙니다 ({reason}). {way_out}</translation>
    </message>
    <message>
        <source>{path} is not MNIST: {key} is {dtype} of shape {shape}, expected uint8 of shape {wanted}; {way_out}</source>
        <translation>{path}: MNIST가 아닙니다. {key} 배열은 {dtype}, 형상 {shape}인데 uint8, 형상 {wanted}이어야 합니다. {way_out}</translation>
    </message>
    <message>
        <source>{path} is damaged: {key} holds the label {label}, expected 0 to 9; {way_out}</source>
        <translation>{path}: 손상되었습니다. {key} 배열에 레이블 {label} 값이 있는데 레이블은 0부터 9까지입니다. {way_out}</translation>
    </message>
    <message>
        <source>A program needs the data that the network learned from, and this file does not name them.</source>
        <translation>프로그램에는 신경망이 학습한 데이터가 필요한데, 이 파일에는 어떤 데이터인지 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>There is no NumPy program with {name} yet; export the program on nn.</source>
        <translation>{name}: 아직 NumPy 프로그램을 만들 수 없습니다. nn 프로그램을 내보내세요.</translation>
    </message>
    <message>
        <source>{name} gets pictures; put a Flatten before it.</source>
        <translation>{name}: 그림을 받습니다. 앞에 Flatten을 넣으세요.</translation>
    </message>
    <message>
        <source>ONNX files need the package onnx: pip install nn-playground[onnx]</source>
        <translation>ONNX 파일에는 onnx 패키지가 필요합니다: pip install nn-playground[onnx]</translation>
    </message>
    <message>
        <source>The loss {loss} has no ONNX form yet; export the weights as .npz.</source>
        <translation>손실 함수 {loss}: 아직 ONNX 형식에 담을 수 없습니다. 가중치를 .npz로 내보내세요.</translation>
    </message>
    <message>
        <source>The layer {kind} has no ONNX form yet; export the weights as .npz.</source>
        <translation>계층 {kind}: 아직 ONNX 형식에 담을 수 없습니다. 가중치를 .npz로 내보내세요.</translation>
    </message>
    <message>
        <source>A program called {name} hides the library of that name; choose another file name.</source>
        <translation>{name}: 이 이름을 쓰면 같은 이름의 라이브러리를 가립니다. 다른 파일 이름을 고르세요.</translation>
    </message>
    <message>
        <source>Such programs cannot clip gradients or leave samples out yet; export the program on nn.</source>
        <translation>이런 프로그램은 아직 기울기를 자르거나 데이터를 뺄 수 없습니다. nn 위의 프로그램으로 내보내세요.</translation>
    </message>
    <message>
        <source>{layer} has a parameter {name!r} that programs cannot make yet; export the weights as .npz.</source>
        <translation>{layer}: 프로그램이 아직 만들지 못하는 매개변수 {name!r} 때문에 내보낼 수 없습니다. 가중치를 .npz로 내보내세요.</translation>
    </message>
    <message>
        <source>Programs cannot draw weights with {name!r} yet; export the weights as .npz.</source>
        <translation>프로그램은 아직 {name!r} 방식의 가중치 초깃값을 만들 수 없습니다. 가중치를 .npz로 내보내세요.</translation>
    </message>
    <message>
        <source>There is no PyTorch program with {name} yet; export the program on nn.</source>
        <translation>{name}: 아직 PyTorch 프로그램을 만들 수 없습니다. nn 프로그램을 내보내세요.</translation>
    </message>
    <message>
        <source>PyTorch cannot go on rolling at learning rate 0 as the book does; export the program on nn.</source>
        <translation>학습률이 0이면 PyTorch는 책의 방식처럼 남은 속도로 계속 굴러가지 못합니다. nn 프로그램을 내보내세요.</translation>
    </message>
    <message>
        <source>y has shape {shape}, but t has shape {targets}; give one target for each output</source>
        <translation>y의 형상은 {shape}인데 t의 형상은 {targets}입니다. 출력마다 정답을 하나씩 주세요</translation>
    </message>
    <message>
        <source>the batch is empty; give at least one sample</source>
        <translation>배치가 비어 있습니다. 데이터를 하나 이상 주세요</translation>
    </message>
    <message>
        <source>{rows} rows of probabilities but {targets} targets; give one target for each row</source>
        <translation>확률은 {rows}행인데 정답은 {targets}개입니다. 행마다 정답을 하나씩 주세요</translation>
    </message>
    <message>
        <source>x must be a float64 array to be changed by h, got {kind}; use numpy.asarray(x, float)</source>
        <translation>x는 h만큼 바꿀 수 있는 float64 배열이어야 하는데 {kind}입니다. numpy.asarray(x, float)를 쓰세요</translation>
    </message>
    <message>
        <source>x is read-only, but its elements must be changed by h one at a time; hand in a copy</source>
        <translation>x의 원소를 하나씩 h만큼 바꿔야 하는데 읽기 전용입니다. 복사본을 주세요</translation>
    </message>
    <message>
        <source>{name}: backward gives shape {got}, expected {wanted}</source>
        <translation>{name}: backward가 낸 형상은 {got}인데 필요한 형상은 {wanted}입니다</translation>
    </message>
    <message>
        <source>gradients are checked in float64; build the network with dtype=&apos;float64&apos;</source>
        <translation>기울기 확인은 float64로 합니다. dtype=&apos;float64&apos;로 신경망을 만드세요</translation>
    </message>
    <message>
        <source>{owner} holds Python objects, which could run code; expected plain numbers: save it as an array of float32</source>
        <translation>{owner}: 코드를 실행할 수도 있는 파이썬 객체가 들어 있습니다. 평범한 수만 읽으니 float32 배열로 저장하세요</translation>
    </message>
    <message>
        <source>{owner} holds the type {kind}; expected plain numbers: save it as an array of float32</source>
        <translation>{owner}: {kind} 형식이 들어 있습니다. 평범한 수만 읽으니 float32 배열로 저장하세요</translation>
    </message>
    <message>
        <source>{owner} has no valid shape; expected whole numbers of at least 0: save the array again</source>
        <translation>{owner}: 형상이 올바르지 않습니다. 0 이상의 정수여야 하니 배열을 다시 저장하세요</translation>
    </message>
    <message>
        <source>{owner} has {dimensions} dimensions, at most {most} are read; reshape it first</source>
        <translation>{owner}: {dimensions}차원입니다. {most}차원까지 읽으니 먼저 reshape하세요</translation>
    </message>
    <message>
        <source>{size:,.0f} MB</source>
        <translation>{size:,.0f} MB</translation>
    </message>
    <message>
        <source>more than any memory</source>
        <translation>어떤 메모리에도 담을 수 없음</translation>
    </message>
    <message>
        <source>{owner} declares a shape that takes {size}, at most {most:,.0f} MB are read; keep a part of it in a file of its own</source>
        <translation>{owner}에 적힌 형상의 크기: {size}. {most:,.0f} MB까지 읽으니, 일부만 따로 파일로 저장하세요</translation>
    </message>
    <message>
        <source>{owner} is damaged: its shape {checked} takes {needed:,} bytes, there are {there:,}; copy or save the file again</source>
        <translation>{owner}: 손상되었습니다. 형상 {checked}에는 {needed:,}바이트가 필요한데 {there:,}바이트가 있습니다. 파일을 다시 복사하거나 저장하세요</translation>
    </message>
    <message>
        <source>{owner} has no arrays for samples and targets; expected &apos;x&apos; and &apos;t&apos;, or &apos;x_train&apos;, &apos;t_train&apos;, &apos;x_test&apos; and &apos;t_test&apos;: save them under these names</source>
        <translation>{owner}: 데이터와 정답 배열이 없습니다. &apos;x&apos;와 &apos;t&apos;, 또는 &apos;x_train&apos;, &apos;t_train&apos;, &apos;x_test&apos;, &apos;t_test&apos;라는 이름으로 저장하세요</translation>
    </message>
    <message>
        <source>the test part of {owner}</source>
        <translation>{owner}의 시험 부분</translation>
    </message>
    <message>
        <source>{owner} has {samples:,} samples and {targets:,} targets; expected as many, at least 2: give one target for each sample</source>
        <translation>{owner}: 데이터는 {samples:,}개인데 정답은 {targets:,}개입니다. 둘이 같고 2개 이상이어야 하니, 데이터마다 정답을 하나씩 두세요</translation>
    </message>
    <message>
        <source>{owner} has one array of shape {shape}; expected a matrix with the target in a column, or two arrays &apos;x&apos; and &apos;t&apos; in an .npz file</source>
        <translation>{owner}: 형상 {shape}의 배열 하나뿐입니다. 정답 열이 있는 행렬이나, .npz 파일에 든 두 배열 &apos;x&apos;와 &apos;t&apos;가 필요합니다</translation>
    </message>
    <message>
        <source>{owner} has no column {wanted}; give a number from 1 to {width}</source>
        <translation>{owner}: {wanted} 열이 없습니다. 1부터 {width}까지의 번호를 쓰세요</translation>
    </message>
    <message>
        <source>{owner} has samples of shape {shape}; expected one row for each sample, at least 2 of them</source>
        <translation>{owner}: 데이터의 형상이 {shape}입니다. 데이터마다 한 행씩, 2행 이상이어야 합니다</translation>
    </message>
    <message>
        <source>{owner} has targets of shape {shape}; expected one label or one row of values for each sample</source>
        <translation>{owner}: 정답의 형상이 {shape}입니다. 데이터마다 레이블 하나나 값 한 행이 필요합니다</translation>
    </message>
    <message>
        <source>{owner} holds NaN or infinity at [{where}]; replace it by a number, or leave the sample out</source>
        <translation>{owner}: [{where}] 자리에 NaN이나 무한대가 있습니다. 수로 바꾸거나 그 데이터를 빼세요</translation>
    </message>
    <message>
        <source>{owner} has {numbers} numbers a sample, but {test} in its test part</source>
        <translation>{owner}: 데이터 하나에 수가 {numbers}개인데 시험 부분에는 {test}개입니다</translation>
    </message>
    <message>
        <source>{owner} has other targets than its test part; expected the same number of columns</source>
        <translation>{owner}: 정답이 시험 부분의 정답과 다릅니다. 열의 수가 같아야 합니다</translation>
    </message>
    <message>
        <source>{name} is not there any more; it was looked for in {place}</source>
        <translation>{name}: 파일이 이제 없습니다. 찾아본 곳: {place}</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}; check that the file is there and may be read</source>
        <translation>{name}: 읽을 수 없습니다 ({reason}). 파일이 있는지, 읽을 권한이 있는지 확인하세요</translation>
    </message>
    <message>
        <source>{name} is no valid name of a file; choose another file</source>
        <translation>{name}: 올바른 파일 이름이 아닙니다. 다른 파일을 고르세요</translation>
    </message>
    <message>
        <source>{name} is no file with content; choose a file</source>
        <translation>{name}: 내용을 읽을 수 있는 파일이 아닙니다. 다른 파일을 고르세요</translation>
    </message>
    <message>
        <source>{name} has {size:,.0f} MB, at most {most:,.0f} MB are read; keep a part of it in a file of its own</source>
        <translation>{name}: {size:,.0f} MB입니다. {most:,.0f} MB까지 읽으니, 일부만 따로 파일로 저장하세요</translation>
    </message>
    <message>
        <source>{owner} is no IDX file: expected 0, 0, a type and a number of dimensions at its beginning</source>
        <translation>{owner}: IDX 파일이 아닙니다. 맨 앞에 0, 0, 형식, 차원 수가 있어야 합니다</translation>
    </message>
    <message>
        <source>{owner} is damaged: it ends inside its header; copy or download it again</source>
        <translation>{owner}: 헤더 중간에서 끝나는 손상된 파일입니다. 다시 복사하거나 내려받으세요</translation>
    </message>
    <message>
        <source>{owner} is damaged: it cannot be unpacked with gzip; copy or download it again</source>
        <translation>{owner}: gzip 압축을 풀 수 없는 손상된 파일입니다. 다시 복사하거나 내려받으세요</translation>
    </message>
    <message>
        <source>{name} has no partner beside it; expected pictures and labels in one folder, with names such as train-images-idx3-ubyte and train-labels-idx1-ubyte</source>
        <translation>{name}: 짝이 되는 파일이 옆에 없습니다. 그림과 레이블을 train-images-idx3-ubyte와 train-labels-idx1-ubyte 같은 이름으로 한 폴더에 두세요</translation>
    </message>
    <message>
        <source>{array} has shape {shape}, {param} has {wanted}</source>
        <translation>{array}의 형상은 {shape}, {param}의 형상은 {wanted}입니다</translation>
    </message>
    <message>
        <source>{array} holds no real numbers; {param} needs them</source>
        <translation>{array}: 실수가 아닙니다. {param}에는 실수가 필요합니다</translation>
    </message>
    <message>
        <source>{array} holds NaN or infinite numbers</source>
        <translation>{array}: NaN이나 무한대가 들어 있습니다</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>{param} needs shape {shape}; the file has {there}</source>
        <translation>{param}에 필요한 형상: {shape}. 파일에 있는 형상: {there}</translation>
    </message>
    <message>
        <source>a single number</source>
        <translation>수 하나</translation>
    </message>
    <message>
        <source>Fill in the mean</source>
        <translation>평균으로 채우기</translation>
    </message>
    <message>
        <source>{owner} has {samples} whole samples, expected at least 2; take the mean for missing values, or choose another target</source>
        <translation>{owner}: 빠진 값이 없는 데이터가 {samples}개뿐인데 2개 이상이어야 합니다. 빠진 값을 평균으로 채우거나 다른 정답 열을 고르세요</translation>
    </message>
    <message>
        <source>{owner} has missing values ({found:,}), the first in row {row:,}, column {column}; leave such rows out, or take the mean of the column for them</source>
        <translation>{owner}: 빠진 값이 {found:,}개 있습니다. 처음은 {row:,}행, {column} 열입니다. 그런 행을 빼거나 열의 평균으로 채우세요</translation>
    </message>
    <message>
        <source>Leave out such rows ({rows:,})</source>
        <translation>{rows:,}행 빼기</translation>
    </message>
    <message>
        <source>Rows left out, because a value is missing: {rows:,}.</source>
        <translation>값이 빠져서 뺀 행: {rows:,}개.</translation>
    </message>
    <message>
        <source>Missing values replaced by the mean of their column: {count:,}.</source>
        <translation>열의 평균으로 채운 빠진 값: {count:,}개.</translation>
    </message>
    <message>
        <source>Missing texts replaced by the most frequent one of their column: {count:,}.</source>
        <translation>빠진 글자를 그 열에서 가장 흔한 것으로 채움: {count:,}개.</translation>
    </message>
    <message>
        <source>{owner} holds records and no plain numbers; save each field as an array of its own</source>
        <translation>{owner}: 평범한 수가 아니라 레코드가 들어 있습니다. 필드마다 따로 배열로 저장하세요</translation>
    </message>
    <message>
        <source>{owner} is damaged: its header does not say type, order and shape; save it with numpy.save</source>
        <translation>{owner}: 헤더에 형식, 순서, 형상이 없는 손상된 파일입니다. numpy.save로 저장하세요</translation>
    </message>
    <message>
        <source>{owner} is no NumPy array; expected a file written by numpy.save</source>
        <translation>{owner}: NumPy 배열이 아닙니다. numpy.save로 쓴 파일이어야 합니다</translation>
    </message>
    <message>
        <source>{owner} is damaged: its header is not as NumPy writes it; save it again with numpy.save</source>
        <translation>{owner}: 헤더가 NumPy의 방식과 다른 손상된 파일입니다. numpy.save로 다시 저장하세요</translation>
    </message>
    <message>
        <source>{owner} is damaged: it is no whole .npz file; copy it again or save it with numpy.savez</source>
        <translation>{owner}: .npz 파일이 온전하지 않습니다. 다시 복사하거나 numpy.savez로 저장하세요</translation>
    </message>
    <message>
        <source>{array} in {owner}</source>
        <translation>{owner}의 {array}</translation>
    </message>
    <message>
        <source>{owner} holds {files:,} files, at most {most:,} are read; split it</source>
        <translation>{owner}: 파일이 {files:,}개 들어 있습니다. {most:,}개까지 읽으니 나누어 저장하세요</translation>
    </message>
    <message>
        <source>{owner} would unpack to {size:,.0f} MB; at most {most:,.0f} MB are read, {most_each:,.0f} MB for one array: keep a part of it in a file of its own</source>
        <translation>{owner}: 압축을 풀면 {size:,.0f} MB입니다. 모두 {most:,.0f} MB까지, 배열 하나는 {most_each:,.0f} MB까지 읽으니, 일부만 따로 파일로 저장하세요</translation>
    </message>
    <message>
        <source>{owner} is a file of PyTorch with a pickle in it, which could run code; save its state_dict() with safetensors.torch.save_file, or as .npz</source>
        <translation>{owner}: 코드를 실행할 수도 있는 pickle이 든 PyTorch 파일입니다. state_dict()를 safetensors.torch.save_file로 저장하거나 .npz로 저장하세요</translation>
    </message>
    <message>
        <source>{owner} holds {file}; expected arrays only: save them with numpy.savez</source>
        <translation>{owner}: {file} 파일이 들어 있습니다. 배열만 있어야 하니 numpy.savez로 저장하세요</translation>
    </message>
    <message>
        <source>{owner} unpacks to more than it declares; it is damaged or made to fill the memory</source>
        <translation>{owner}: 압축을 풀면 적힌 크기보다 큽니다. 손상되었거나 메모리를 채우려고 만든 파일입니다</translation>
    </message>
    <message>
        <source>something unnamed</source>
        <translation>이름 없는 것</translation>
    </message>
    <message>
        <source>{owner} asks for {what}, which could run code on this computer; only arrays and plain containers are read from a pickle: ask its maker for an .npz file</source>
        <translation>{owner}: 이 컴퓨터에서 코드를 실행할 수도 있는 것을 부릅니다: {what}. pickle에서는 배열과 단순한 컨테이너만 읽으니, 만든 이에게 .npz 파일을 부탁하세요</translation>
    </message>
    <message>
        <source>what it calls gets no list of arguments</source>
        <translation>호출에 인수 목록이 없습니다</translation>
    </message>
    <message>
        <source>{name} cannot be called</source>
        <translation>{name}: 호출할 수 없습니다</translation>
    </message>
    <message>
        <source>it changes something that is no array</source>
        <translation>배열이 아닌 것을 바꾸려 합니다</translation>
    </message>
    <message>
        <source>{owner} is no pickle of arrays as NumPy writes it: {what}; save the arrays again, as .npz if you can</source>
        <translation>{owner}: NumPy가 쓰는 방식의 배열 pickle이 아닙니다 ({what}). 배열을 다시 저장하세요. 되도록 .npz가 좋습니다</translation>
    </message>
    <message>
        <source>an array has no type</source>
        <translation>배열의 형식이 없습니다</translation>
    </message>
    <message>
        <source>an array in {owner}</source>
        <translation>{owner}의 배열</translation>
    </message>
    <message>
        <source>an array has no bytes</source>
        <translation>배열의 바이트가 없습니다</translation>
    </message>
    <message>
        <source>an ordered dictionary is filled at once</source>
        <translation>순서 있는 딕셔너리를 만들자마자 채웁니다</translation>
    </message>
    <message>
        <source>its bytes are not written as Latin-1</source>
        <translation>바이트가 Latin-1로 적혀 있지 않습니다</translation>
    </message>
    <message>
        <source>bytes are made from something else</source>
        <translation>바이트를 다른 것에서 만듭니다</translation>
    </message>
    <message>
        <source>a type has no name</source>
        <translation>형식의 이름이 없습니다</translation>
    </message>
    <message>
        <source>an array is of a class of its own</source>
        <translation>배열이 따로 만든 클래스의 것입니다</translation>
    </message>
    <message>
        <source>a number has no type and bytes</source>
        <translation>수의 형식과 바이트가 없습니다</translation>
    </message>
    <message>
        <source>an array has no bytes, type, shape and order</source>
        <translation>배열의 바이트, 형식, 형상, 순서가 없습니다</translation>
    </message>
    <message>
        <source>{owner} has more than {most:,} instructions; a pickle of arrays has few: save the arrays as .npz</source>
        <translation>{owner}: 명령이 {most:,}개보다 많습니다. 배열의 pickle에는 명령이 많지 않으니, 배열을 .npz로 저장하세요</translation>
    </message>
    <message>
        <source>its instructions do not fit together</source>
        <translation>명령이 서로 맞지 않습니다</translation>
    </message>
    <message>
        <source>it has no end</source>
        <translation>끝이 없습니다</translation>
    </message>
    <message>
        <source>{owner} uses the pickle instruction {name}, which arrays and plain containers do not need and which could run code; ask its maker for an .npz file</source>
        <translation>{owner}: pickle 명령 {name} 때문에 읽지 않습니다. 배열과 단순한 컨테이너에는 필요 없고 코드를 실행할 수도 있으니, 만든 이에게 .npz 파일을 부탁하세요</translation>
    </message>
    <message>
        <source>{rest:,} bytes follow its end</source>
        <translation>끝난 뒤에 {rest:,}바이트가 더 있습니다</translation>
    </message>
    <message>
        <source>{owner} would fill more than {most:,.0f} MB; it was not read further</source>
        <translation>{owner}: 메모리가 {most:,.0f} MB보다 많이 필요해 더 읽지 않았습니다</translation>
    </message>
    <message>
        <source>{key} is the key of a dictionary, expected a text</source>
        <translation>딕셔너리의 키가 {key}인데 텍스트여야 합니다</translation>
    </message>
    <message>
        <source>{owner} cannot be read: {reason}; check that the folder may be read</source>
        <translation>{owner}: 읽을 수 없습니다 ({reason}). 폴더를 읽을 권한이 있는지 확인하세요</translation>
    </message>
    <message>
        <source>{owner} has {count:,} pictures in {folders} folders; expected 2 to {most:,}, in one folder for each class: cats/1.png, dogs/1.png</source>
        <translation>{owner}: 폴더 {folders}개에 그림이 {count:,}장 있습니다. cats/1.png, dogs/1.png처럼 클래스마다 폴더 하나씩, 모두 2장부터 {most:,}장까지 두세요</translation>
    </message>
    <message>
        <source>{owner} has {folders:,} folders, at most {most:,} classes are read; leave some out</source>
        <translation>{owner}: 폴더가 {folders:,}개입니다. 클래스는 {most:,}개까지 읽으니 일부를 빼세요</translation>
    </message>
    <message>
        <source>{name} takes {needed:,.0f} MB at {side} × {side} pixels, at most {most:,.0f} MB are read; choose fewer pixels</source>
        <translation>{name}: {side} × {side} 픽셀이면 {needed:,.0f} MB가 필요한데 {most:,.0f} MB까지 읽습니다. 픽셀 수를 줄이세요</translation>
    </message>
    <message>
        <source>{name} is to be read in colour at {side} × {side} pixels; at most {most} × {most} are: choose fewer pixels, or read it in grey</source>
        <translation>{name}: 컬러로 {side} × {side} 픽셀입니다. 컬러는 {most} × {most} 픽셀까지 읽으니 픽셀 수를 줄이거나 회색조로 읽으세요</translation>
    </message>
    <message>
        <source>Take {most} × {most} pixels</source>
        <translation>{most} × {most} 픽셀로 읽기</translation>
    </message>
    <message>
        <source>Read it in grey</source>
        <translation>회색조로 읽기</translation>
    </message>
    <message>
        <source>Nothing is drawn in {count:,} pictures, the first {name}.</source>
        <translation>아무것도 그려지지 않은 그림: {count:,}장, 처음은 {name}.</translation>
    </message>
    <message>
        <source>the data hold numbers of {most:g} and more; give them in a larger unit</source>
        <translation>데이터에 {most:g} 이상의 수가 있습니다. 더 큰 단위로 나타내세요</translation>
    </message>
    <message>
        <source>{name} is a folder, and nothing here decodes pictures; import it in the window</source>
        <translation>{name}: 폴더입니다. 여기서는 그림을 읽을 수 없으니 창에서 가져오세요</translation>
    </message>
    <message>
        <source>{name} has changed while it was read; choose it again</source>
        <translation>{name}: 읽는 동안 파일이 바뀌었습니다. 다시 고르세요</translation>
    </message>
    <message>
        <source>{name} is not the same any more as when it was imported; import it again</source>
        <translation>{name}: 가져왔을 때와 다릅니다. 다시 가져오세요</translation>
    </message>
    <message>
        <source>a {kind}</source>
        <translation>{kind} 값</translation>
    </message>
    <message>
        <source>{owner} has {count:,} different labels, at most {most:,} classes are learned; choose another column, or take it for values</source>
        <translation>{owner}: 서로 다른 레이블이 {count:,}개입니다. 클래스는 {most:,}개까지 학습하니, 다른 열을 고르거나 값으로 다루세요</translation>
    </message>
    <message>
        <source>Take it for values</source>
        <translation>수치로 보기</translation>
    </message>
    <message>
        <source>Leave column {column} out</source>
        <translation>열 {column} 빼기</translation>
    </message>
    <message>
        <source>Left out, because they hold texts: column {columns}.</source>
        <translation>텍스트가 들어 있어서 뺀 열: {columns}.</translation>
    </message>
    <message>
        <source>Left out, because it only names the rows: column {columns}.</source>
        <translation>행의 이름이나 번호일 뿐이라 뺀 열: {columns}.</translation>
    </message>
    <message>
        <source>{owner} has no columns; expected numbers between commas, semicolons or tabs: choose the separator, or another file</source>
        <translation>{owner}: 열이 없습니다. 쉼표, 세미콜론, 탭으로 나눈 수가 필요하니, 구분 기호나 다른 파일을 고르세요</translation>
    </message>
    <message>
        <source>{owner} has no rows under its header; expected at least 2 samples</source>
        <translation>{owner}: 머리글 아래에 행이 없습니다. 데이터가 2개 이상 필요합니다</translation>
    </message>
    <message>
        <source>{owner} has no column to learn from beside the target; choose another separator or decimal sign, or leave fewer columns out</source>
        <translation>{owner}: 정답 말고는 배울 열이 없습니다. 다른 구분 기호나 소수점 기호를 고르거나, 빼는 열을 줄이세요</translation>
    </message>
    <message>
        <source>Learn from all columns</source>
        <translation>모든 열로 배우기</translation>
    </message>
    <message>
        <source>{owner} has no column {wanted} to leave out; give numbers from 1 to {width}</source>
        <translation>{owner}: 뺄 열 {wanted}: 그런 열이 없습니다. 1부터 {width}까지의 번호를 주세요</translation>
    </message>
    <message>
        <source>{owner} has {rows:,} rows, at most {most:,} are read; leave some out</source>
        <translation>{owner}: {rows:,}행입니다. {most:,}행까지 읽으니 일부를 빼세요</translation>
    </message>
    <message>
        <source>{owner} has {rows:,} rows of {columns:,} cells, {cells:,} in all, at most {most:,} are read; leave some rows or columns out, or save it as .npz</source>
        <translation>{owner}: {columns:,}칸짜리 행이 {rows:,}개, 모두 {cells:,}칸입니다. {most:,}칸까지 읽으니 행이나 열을 일부 빼거나 .npz로 저장하세요</translation>
    </message>
    <message>
        <source>{owner} has no column {wanted}; give a name in its header or a number from 1 to {width}</source>
        <translation>{owner}: {wanted} 열이 없습니다. 머리글에 있는 이름이나 1부터 {width}까지의 번호를 쓰세요</translation>
    </message>
    <message>
        <source>Read with a decimal comma</source>
        <translation>소수점을 쉼표로 읽기</translation>
    </message>
    <message>
        <source>Read with a decimal point</source>
        <translation>소수점을 점으로 읽기</translation>
    </message>
    <message>
        <source>Row {row:,} of {owner} has {cells:,} cells, the first has {width:,}; correct the row, or choose another separator</source>
        <translation>{owner}의 {row:,}행은 {cells:,}칸인데 첫 행은 {width:,}칸입니다. 행을 고치거나 다른 구분 기호를 고르세요</translation>
    </message>
    <message>
        <source>{owner} has more than {most} different texts in column {column}; leave the column out</source>
        <translation>{owner}, 열 {column}: 서로 다른 글자가 {most}가지를 넘습니다. 이 열을 빼세요</translation>
    </message>
    <message>
        <source>{owner} is empty; choose another file</source>
        <translation>{owner}: 비어 있습니다. 다른 파일을 고르세요</translation>
    </message>
    <message>
        <source>{owner} has no rows under its header; expected at least 1 sample</source>
        <translation>{owner}: 머리글 아래에 행이 없습니다. 데이터가 하나 이상 있어야 합니다</translation>
    </message>
    <message>
        <source>{owner} has {rows:,} rows, too many to answer at once; divide it</source>
        <translation>{owner}: {rows:,}행입니다. 한 번에 답하기에는 너무 많으니 나누어 주세요</translation>
    </message>
    <message>
        <source>{owner} has {width} columns, the network asks for {wanted}</source>
        <translation>{owner}: 열이 {width}개입니다. 신경망에는 {wanted}개가 필요합니다</translation>
    </message>
    <message>
        <source>{owner} has no column {missing}; its columns are {names}</source>
        <translation>{owner}: 열 {missing}: 없습니다. 이 파일의 열: {names}</translation>
    </message>
    <message>
        <source>Row {row:,} of {owner}, column {column}: a value is missing; fill it in, or leave the row out</source>
        <translation>{owner} {row:,}행, 열 {column}: 값이 빠졌습니다. 채우거나 그 행을 빼세요</translation>
    </message>
    <message>
        <source>Row {row:,} of {owner}, column {column}: {cell} was not learned; known are {known}</source>
        <translation>{owner} {row:,}행, 열 {column}: {cell}: 배운 적이 없습니다. 아는 것: {known}</translation>
    </message>
    <message>
        <source>{owner} has {size:,.0f} MB, tables of up to {most:,.0f} MB are read; leave some rows out, or save it as .npz</source>
        <translation>{owner}: {size:,.0f} MB입니다. 표는 {most:,.0f} MB까지 읽으니 행을 일부 빼거나 .npz로 저장하세요</translation>
    </message>
    <message>
        <source>{owner} has texts in column {column}; take them for classes, or choose another column</source>
        <translation>{owner}: {column} 열에 텍스트가 있습니다. 클래스로 다루거나 다른 열을 고르세요</translation>
    </message>
    <message>
        <source>Take them for classes</source>
        <translation>클래스로 보기</translation>
    </message>
    <message>
        <source>{owner} holds no arrays of numbers; expected some such as W1 and b1: choose another file</source>
        <translation>{owner}: 수로 된 배열이 없습니다. W1이나 b1 같은 배열이 필요하니 다른 파일을 고르세요</translation>
    </message>
    <message>
        <source>{owner} is no whole safetensors file: {error}; copy or save it again</source>
        <translation>{owner}: safetensors 파일이 온전하지 않습니다 ({error}). 다시 복사하거나 저장하세요</translation>
    </message>
    <message>
        <source>{owner} holds more than {most:,} things or nests them more than {deepest} deep; expected a dictionary of arrays: save them as .npz</source>
        <translation>{owner}: 든 것이 {most:,}개보다 많거나 {deepest}겹보다 깊이 들어 있습니다. 배열의 딕셔너리여야 하니 .npz로 저장하세요</translation>
    </message>
    <message>
        <source>{owner} holds more than {most:,} numbers in lists; save them as .npz</source>
        <translation>{owner}: 리스트에 든 수가 {most:,}개보다 많습니다. .npz로 저장하세요</translation>
    </message>
    <message>
        <source>{owner} is no text in the encoding {encoding}; choose another encoding, or save it as UTF-8</source>
        <translation>{owner}: {encoding} 인코딩의 텍스트가 아닙니다. 다른 인코딩을 고르거나 UTF-8로 저장하세요</translation>
    </message>
    <message>
        <source>Find out the encoding</source>
        <translation>인코딩 알아내기</translation>
    </message>
    <message>
        <source>{owner} is no table: it holds bytes that stand in no text; expected CSV or TSV: choose another file</source>
        <translation>{owner}: 텍스트에는 없는 바이트가 있어 표가 아닙니다. CSV나 TSV여야 하니 다른 파일을 고르세요</translation>
    </message>
    <message>
        <source>{owner} is no table: a row has more than {most:,} characters; check the line ends and quotation marks</source>
        <translation>{owner}: {most:,}자보다 긴 행이 있어 표가 아닙니다. 줄 끝과 따옴표를 확인하세요</translation>
    </message>
    <message>
        <source>{owner} has {columns:,} columns, at most {most:,} are read; leave some out</source>
        <translation>{owner}: {columns:,}열입니다. {most:,}열까지 읽으니 일부를 빼세요</translation>
    </message>
    <message>
        <source>{owner} is no table at line {line:,}: a cell is too long; check the quotation marks</source>
        <translation>{owner}: {line:,}번째 줄의 칸이 너무 길어 표가 아닙니다. 따옴표를 확인하세요</translation>
    </message>
    <message>
        <source>Row {row:,}, column {column:,}: {cell} is too large; give at most 1e308</source>
        <translation>{row:,}행 {column:,}열: {cell} 값이 너무 큽니다. 1e308까지 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>Row {row:,}, column {column:,}: {cell} is not a number with a decimal point; correct the cell, or choose another decimal sign or another header</source>
        <translation>{row:,}행 {column:,}열: {cell} 값은 소수점을 마침표로 쓴 수가 아닙니다. 칸을 고치거나 소수점이나 머리글을 다르게 고르세요</translation>
    </message>
    <message>
        <source>Row {row:,}, column {column:,}: {cell} is not a number with a decimal comma; correct the cell, or choose another decimal sign or another header</source>
        <translation>{row:,}행 {column:,}열: {cell} 값은 소수점을 쉼표로 쓴 수가 아닙니다. 칸을 고치거나 소수점이나 머리글을 다르게 고르세요</translation>
    </message>
    <message>
        <source>initializer</source>
        <translation>가중치 초깃값</translation>
    </message>
    <message>
        <source>Row {row}: label {label:g}, but the network has {classes} outputs (0–{last})</source>
        <translation>{row}행: 레이블이 {label:g}인데 신경망의 출력은 {classes}개(0–{last})입니다</translation>
    </message>
    <message>
        <source>{layer} expects {wanted} inputs, got {got} (input shape {shape}); give samples of {wanted} numbers or build the layer for another input</source>
        <translation>{layer}: 입력이 {wanted}개여야 하는데 {got}개입니다 (입력 형상 {shape}). 수가 {wanted}개인 데이터를 주거나 그 입력에 맞는 층을 만드세요</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>계층</translation>
    </message>
    <message>
        <source>{name}.backward needs what forward keeps; call forward first</source>
        <translation>{name}.backward에는 forward가 기억해 둔 값이 필요합니다. 먼저 forward를 호출하세요</translation>
    </message>
    <message>
        <source>{name} needs at least 2 samples in a training batch, got input shape {shape}: one sample has no variance; use a larger batch</source>
        <translation>{name}: 훈련 배치에 데이터가 2개 이상이어야 하는데 입력 형상이 {shape}입니다. 데이터 하나로는 분산을 구할 수 없으니 배치를 키우세요</translation>
    </message>
    <message>
        <source>the dropout ratio is {ratio}; give a number from 0 to below 1</source>
        <translation>드롭아웃 비율이 {ratio}입니다. 0 이상 1 미만의 수를 주세요</translation>
    </message>
    <message>
        <source>{name} draws a mask while training; hand in rng=numpy.random.default_rng(seed)</source>
        <translation>{name}: 학습할 때 무작위로 마스크를 만듭니다. rng=numpy.random.default_rng(seed)를 넘겨주세요</translation>
    </message>
    <message>
        <source>{name}.backward needs the shape forward saw; call forward first</source>
        <translation>{name}.backward에는 forward가 본 형상이 필요합니다. 먼저 forward를 호출하세요</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실 함수</translation>
    </message>
    <message>
        <source>{name} needs one row of scores a sample, got shape {shape}; put a Flatten before it</source>
        <translation>{name}: 데이터마다 점수 한 행이 필요한데 형상이 {shape}입니다. 앞에 Flatten(펼치기) 계층을 두세요</translation>
    </message>
    <message>
        <source>the targets have shape {shape}; expected ({samples}, {outputs}), a row a sample</source>
        <translation>정답의 형상이 {shape}입니다. 데이터마다 한 행씩 ({samples}, {outputs}) 형상이어야 합니다</translation>
    </message>
    <message>
        <source>the labels have shape {shape}; expected ({samples},) class numbers or ({samples}, {classes}) one-hot</source>
        <translation>레이블의 형상이 {shape}입니다. 클래스 번호면 ({samples},), 원-핫이면 ({samples}, {classes}) 형상이어야 합니다</translation>
    </message>
    <message>
        <source>{samples} inputs but {targets} targets; give one target for each input</source>
        <translation>입력은 {samples}개인데 정답은 {targets}개입니다. 입력마다 정답을 하나씩 주세요</translation>
    </message>
    <message>
        <source>Row {row}: {target} is not one-hot; give one 1 and zeros, or class numbers</source>
        <translation>{row}행: {target} 값은 원-핫이 아닙니다. 하나만 1이고 나머지는 0인 행이나 클래스 번호를 주세요</translation>
    </message>
    <message>
        <source>Row {row}: target {target}; give values from 0 (no) to 1 (yes)</source>
        <translation>{row}행: 정답이 {target}입니다. 0(아니요)부터 1(예)까지의 값을 주세요</translation>
    </message>
    <message>
        <source>got {got} numbers, but the network has {wanted} parameters</source>
        <translation>받은 수는 {got}개인데 신경망의 매개변수는 {wanted}개입니다</translation>
    </message>
    <message>
        <source>got {got} parameters, but the network has {wanted}</source>
        <translation>받은 매개변수는 {got}개인데 신경망의 매개변수는 {wanted}개입니다</translation>
    </message>
    <message>
        <source>got {got} numbers of layers&apos; state, but the network has {wanted}</source>
        <translation>받은 층의 상태 값은 {got}개인데 신경망에는 {wanted}개입니다</translation>
    </message>
    <message>
        <source>{layer} expects {wanted} inputs, got {got} (input shape {shape}); give samples of shape {wanted_shape}</source>
        <translation>{layer}: 입력이 {wanted}개여야 하는데 {got}개입니다 (입력 형상 {shape}). 형상이 {wanted_shape}인 데이터를 주세요</translation>
    </message>
    <message>
        <source>the loss</source>
        <translation>손실 함수</translation>
    </message>
    <message>
        <source>the workspace holds no values yet; call gradient first</source>
        <translation>작업 공간에 아직 값이 없습니다. 먼저 gradient를 호출하세요</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>최적화 기법</translation>
    </message>
    <message>
        <source>the learning rate is {lr!r}; it must be a number, 0 or larger</source>
        <translation>학습률이 {lr!r}입니다. 0 이상의 수여야 합니다</translation>
    </message>
    <message>
        <source>the gradient of {key} has shape {got}, but {key} has shape {wanted}</source>
        <translation>{key}의 기울기는 형상이 {got}인데 {key}의 형상은 {wanted}입니다</translation>
    </message>
    <message>
        <source>{name} is {value!r}; choose one of {choices}</source>
        <translation>{name}: {value!r} 값은 쓸 수 없습니다. 다음에서 고르세요: {choices}</translation>
    </message>
    <message>
        <source>{name} is {checked}; give {wanted}</source>
        <translation>{name}: {checked} 값은 쓸 수 없습니다. 쓸 수 있는 값: {wanted}</translation>
    </message>
    <message>
        <source>{name} is {value!r}; give {wanted}</source>
        <translation>{name}: {value!r} 값은 쓸 수 없습니다. 쓸 수 있는 값: {wanted}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 또는 false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>{name} is {value!r} ({type}); give {wanted}</source>
        <translation>{name}: {value!r} ({type}) 값은 쓸 수 없습니다. 쓸 수 있는 값: {wanted}</translation>
    </message>
    <message>
        <source>{number} from {low:,.15g} to {high:,.15g}</source>
        <translation>{low:,.15g}부터 {high:,.15g}까지의 {number}</translation>
    </message>
    <message>
        <source>{number} of at least {low:,.15g}</source>
        <translation>{low:,.15g} 이상의 {number}</translation>
    </message>
    <message>
        <source>{number} of at most {high:,.15g}</source>
        <translation>{high:,.15g} 이하의 {number}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>{owner} has no option {name!r}; its options: {listed}</source>
        <translation>{owner}: {name!r} 설정이 없습니다. 있는 설정: {listed}</translation>
    </message>
    <message>
        <source>{owner}: {reason}</source>
        <translation>{owner}의 {reason}</translation>
    </message>
    <message>
        <source>ink has shape {shape}, expected (height, width); give one grey picture</source>
        <translation>ink의 형상이 {shape}입니다. (height, width) 형상의 회색조 그림 하나를 주세요</translation>
    </message>
    <message>
        <source>{kind} {name!r} is already registered by {other!r}</source>
        <translation>{kind} {name!r}: 이미 등록된 이름입니다 ({other!r})</translation>
    </message>
    <message>
        <source>unknown {kind} {name!r}; known: {known}</source>
        <translation>{kind} {name!r}: 알 수 없는 이름입니다. 쓸 수 있는 이름: {known}</translation>
    </message>
    <message>
        <source>no {kind} can be looked up: {module} cannot be imported ({type}: {error})</source>
        <translation>{kind}: 하나도 찾을 수 없습니다. {module} 모듈을 임포트할 수 없습니다({type}: {error})</translation>
    </message>
    <message>
        <source>its entry {name} is no object of texts</source>
        <translation>{name} 항목이 텍스트로 된 객체가 아닙니다</translation>
    </message>
    <message>
        <source>{name} has dtype {dtype}; safetensors files hold {known}</source>
        <translation>{name}: dtype이 {dtype}입니다. safetensors 파일에 담을 수 있는 형식: {known}</translation>
    </message>
    <message>
        <source>it has {got} bytes, too few for a safetensors file</source>
        <translation>{got}바이트입니다. safetensors 파일이라기에는 너무 작습니다</translation>
    </message>
    <message>
        <source>its header claims {length:,} bytes; {most:,} are possible</source>
        <translation>헤더가 {length:,}바이트라고 적혀 있는데 {most:,}바이트까지만 가능합니다</translation>
    </message>
    <message>
        <source>it is no safetensors file: its header does not begin with {{</source>
        <translation>safetensors 파일이 아닙니다. 헤더가 {{ 기호로 시작하지 않습니다</translation>
    </message>
    <message>
        <source>its header is no JSON object: {type}: {reason}</source>
        <translation>헤더가 JSON 객체가 아닙니다: {type}: {reason}</translation>
    </message>
    <message>
        <source>the name {name!r} stands there twice</source>
        <translation>{name!r}: 같은 이름이 두 번 나옵니다</translation>
    </message>
    <message>
        <source>{text} is no number of JSON</source>
        <translation>{text}: JSON의 수가 아닙니다</translation>
    </message>
    <message>
        <source>tensor {name!r} is not described by dtype, shape and data_offsets</source>
        <translation>텐서 {name!r}: dtype, shape, data_offsets가 적혀 있지 않습니다</translation>
    </message>
    <message>
        <source>tensor {name!r} has dtype {dtype!r}; known are {known}</source>
        <translation>텐서 {name!r}: dtype {dtype!r} 형식은 읽을 수 없습니다. 읽을 수 있는 형식: {known}</translation>
    </message>
    <message>
        <source>tensor {name!r} has shape {shape}; give at most {most} sizes of 0 or more</source>
        <translation>텐서 {name!r}: 형상이 {shape}입니다. 0 이상의 크기를 {most}개까지 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>tensor {name!r} has data_offsets {offsets}; give where it begins and ends</source>
        <translation>텐서 {name!r}: data_offsets가 {offsets}입니다. 시작과 끝의 위치를 쓰세요</translation>
    </message>
    <message>
        <source>tensor {name!r} of shape {shape} and dtype {dtype} takes {size:,} bytes, but its place has {place:,}</source>
        <translation>텐서 {name!r}: 형상 {shape}, dtype {dtype}에는 {size:,}바이트가 필요한데 자리는 {place:,}바이트입니다</translation>
    </message>
    <message>
        <source>what is said of the arrays takes {length:,} bytes, a header has at most {most:,}</source>
        <translation>배열에 대한 설명이 {length:,}바이트입니다. 헤더는 {most:,}바이트까지입니다</translation>
    </message>
    <message>
        <source>tensor {name!r} begins at byte {begin:,} of the data, expected {at:,}</source>
        <translation>텐서 {name!r}: 데이터의 {begin:,}바이트에서 시작하는데 {at:,}바이트에서 시작해야 합니다</translation>
    </message>
    <message>
        <source>its tensors take {at:,} bytes, but {size:,} follow the header: the file is cut or torn</source>
        <translation>텐서에는 {at:,}바이트가 필요한데 헤더 뒤에는 {size:,}바이트가 있습니다. 잘렸거나 깨진 파일입니다</translation>
    </message>
    <message>
        <source>tensor {name!r} has shape {shape}, which no array can have</source>
        <translation>텐서 {name!r}: 형상이 {shape}인 배열은 만들 수 없습니다</translation>
    </message>
    <message>
        <source>a network has at most {most:,} layers, this one has {layers:,}; leave some out</source>
        <translation>신경망의 층이 {layers:,}개입니다. {most:,}개까지 되니 층을 줄이세요</translation>
    </message>
    <message>
        <source>layers holds {layer!r}; give LayerSpec(kind, options) for each layer</source>
        <translation>layers에 {layer!r} 값이 있습니다. 층마다 LayerSpec(kind, options)를 주세요</translation>
    </message>
    <message>
        <source>dtype is {dtype!r}; choose one of {known}</source>
        <translation>dtype: {dtype!r} 값은 쓸 수 없습니다. 다음에서 고르세요: {known}</translation>
    </message>
    <message>
        <source>the network&apos;s output has shape {shape}; the loss needs one row of scores: put a Flatten or an Affine layer at the end</source>
        <translation>신경망의 출력 형상이 {shape}입니다. 손실 함수에는 점수 한 행이 필요하니, 끝에 Flatten(펼치기)이나 Affine 계층을 두세요</translation>
    </message>
    <message>
        <source>This network needs {needed}; {free} are free, and half of that may be used. Take fewer neurons or filters, or a smaller batch.</source>
        <translation>이 신경망에는 메모리가 {needed} 필요합니다. 남은 메모리는 {free}이고 그 절반까지 쓸 수 있습니다. 뉴런이나 필터 수, 또는 배치 크기를 줄이세요.</translation>
    </message>
    <message>
        <source>a network is a JSON object, got {type}</source>
        <translation>신경망은 JSON 객체여야 하는데 {type}입니다</translation>
    </message>
    <message>
        <source>a network has no field {name!r}; its fields: {known}</source>
        <translation>신경망에 {name!r} 필드는 없습니다. 있는 필드: {known}</translation>
    </message>
    <message>
        <source>field {name!r} of a network is {value!r}; it must be a list</source>
        <translation>신경망의 {name!r} 필드: 값이 {value!r}인데 리스트여야 합니다</translation>
    </message>
    <message>
        <source>input_shape is {shape!r}; give whole numbers of at least 1, such as (784,)</source>
        <translation>input_shape: {shape!r} 대신 (784,)처럼 1 이상의 정수를 쓰세요</translation>
    </message>
    <message>
        <source>{path} does not hold a network of this program: {reason}</source>
        <translation>{path}: 이 프로그램의 신경망이 들어 있지 않습니다. {reason}</translation>
    </message>
    <message>
        <source>its entry &apos;about&apos; must be an object with a spec and notes</source>
        <translation>&apos;about&apos; 항목은 spec과 notes가 든 객체여야 합니다</translation>
    </message>
    <message>
        <source>{name} has shape {shape}, expected {wanted}</source>
        <translation>{name}: 형상이 {shape}인데 {wanted}이어야 합니다</translation>
    </message>
    <message>
        <source>no affine layer comes after or before this neuron: it has no weights to be switched off</source>
        <translation>이 뉴런의 앞뒤에 Affine 계층이 없어, 끌 가중치가 없습니다</translation>
    </message>
    <message>
        <source>the share to prune is {share}; it must be from 0 (none) to 1 (all)</source>
        <translation>가지치기 비율이 {share}입니다. 0(없음)부터 1(모두)까지여야 합니다</translation>
    </message>
    <message>
        <source>the standard deviation of the noise is {std}; it must be 0 or larger</source>
        <translation>잡음의 표준편차가 {std}입니다. 0 이상이어야 합니다</translation>
    </message>
    <message>
        <source>cannot quantise to {bits} bits; choose from {least} to {most}</source>
        <translation>{bits}비트로는 양자화할 수 없습니다. {least}비트부터 {most}비트까지 고르세요</translation>
    </message>
    <message>
        <source>there is no layer {layer}; the layers are 0 to {last}, and -1 is the input</source>
        <translation>{layer}번 층은 없습니다. 층은 0번부터 {last}번까지이고 -1은 입력입니다</translation>
    </message>
    <message>
        <source>there is no neuron {index}; this layer has {size}, counted from 0</source>
        <translation>{index}번 뉴런은 없습니다. 이 층의 뉴런은 {size}개이고 0부터 셉니다</translation>
    </message>
    <message>
        <source>{node} ({phase}) makes {values}, not {name!r}</source>
        <translation>{node} ({phase}): 내는 값은 {values}입니다. {name!r} 값은 없습니다</translation>
    </message>
    <message>
        <source>{name} has shape {shape}; it has no element {index}</source>
        <translation>{name}: 원소 {index} 자리가 없습니다. 형상은 {shape}입니다</translation>
    </message>
    <message>
        <source>a trace of {samples} samples at {depth} depth takes about {needed:.0f} MB, and {allowed:.0f} MB may be used; {way_out}</source>
        <translation>데이터 {samples}개를 {depth} 단위로 기록하려면 메모리가 약 {needed:.0f} MB 필요한데 {allowed:.0f} MB까지 쓸 수 있습니다. {way_out}</translation>
    </message>
    <message>
        <source>node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>take fewer samples or layer depth</source>
        <translation>데이터를 줄이거나 계층 단위로 기록하세요</translation>
    </message>
    <message>
        <source>take fewer samples or a smaller network</source>
        <translation>데이터를 줄이거나 더 작은 신경망을 쓰세요</translation>
    </message>
    <message>
        <source>{name} has shape {shape}; it has no element {index} to be changed</source>
        <translation>{name}: 바꿀 원소 {index} 자리가 없습니다. 형상은 {shape}입니다</translation>
    </message>
    <message>
        <source>this pass computes no value {name!r} that could be changed</source>
        <translation>{name!r}: 이 계산에서 구하지 않는 값이라 바꿀 수 없습니다</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>left_out is {text!r}; give the numbers of at most {most:,} samples, such as 3 17</source>
        <translation>left_out이 {text!r}입니다. 데이터 번호를 {most:,}개까지, 3 17처럼 적으세요</translation>
    </message>
    <message>
        <source>every sample has the label {label}; expected 2 classes or more: choose another target</source>
        <translation>모든 데이터의 레이블이 {label}입니다. 클래스가 2개 이상이어야 하니 다른 정답 열을 고르세요</translation>
    </message>
    <message>
        <source>{file}: {reason}; expected TOML</source>
        <translation>{file}: TOML이 아닙니다 ({reason})</translation>
    </message>
    <message>
        <source>{file}, line {line}, field {field}: {reason}</source>
        <translation>{file} {line}행, {field} 필드: {reason}</translation>
    </message>
    <message>
        <source>is empty; expected at least one, or nothing stops the training</source>
        <translation>비어 있습니다. 하나도 없으면 학습이 멈추지 않으니 하나는 있어야 합니다</translation>
    </message>
    <message>
        <source>there is no {name} at the moment</source>
        <translation>지금은 {name} 값이 없습니다</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>리스트</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>is {data!r}; expected a table with {known}</source>
        <translation>값이 {data!r}입니다. 다음 필드가 있는 테이블이어야 합니다: {known}</translation>
    </message>
    <message>
        <source>is not known here; known: {known}</source>
        <translation>여기에 없는 필드입니다. 쓸 수 있는 필드: {known}</translation>
    </message>
    <message>
        <source>is missing; expected {wanted}</source>
        <translation>빠져 있습니다. 필요한 값: {wanted}</translation>
    </message>
    <message>
        <source>is {value!r}; expected {wanted}</source>
        <translation>값이 {value!r}입니다. 필요한 값: {wanted}</translation>
    </message>
    <message>
        <source>is missing; expected the texts {name}.en and {name}.ko</source>
        <translation>빠져 있습니다. {name}.en과 {name}.ko 텍스트가 필요합니다</translation>
    </message>
    <message>
        <source>is missing; expected a text in each of {languages}</source>
        <translation>빠져 있습니다. {languages} 각각의 텍스트가 필요합니다</translation>
    </message>
    <message>
        <source>is {values!r}; expected a list of texts</source>
        <translation>값이 {values!r}입니다. 텍스트의 리스트여야 합니다</translation>
    </message>
    <message>
        <source>is {value!r}; expected numbers in rows of the same length</source>
        <translation>값이 {value!r}입니다. 길이가 같은 행으로 늘어놓은 수여야 합니다</translation>
    </message>
    <message>
        <source>{file}, line {line}: {reason}</source>
        <translation>{file} {line}행: {reason}</translation>
    </message>
    <message>
        <source>is missing; expected the state that the lesson opens with</source>
        <translation>빠져 있습니다. 실습을 열 때의 상태가 필요합니다</translation>
    </message>
    <message>
        <source>is missing; expected at least one step, under [[steps]]</source>
        <translation>빠져 있습니다. [[steps]] 아래에 단계가 하나는 있어야 합니다</translation>
    </message>
    <message>
        <source>is {text!r}; expected a section of the book, such as &quot;3.4.3&quot;</source>
        <translation>값이 {text!r}입니다. &quot;3.4.3&quot; 같은 책의 절 번호여야 합니다</translation>
    </message>
    <message>
        <source>is {count}; expected 2 to {most}</source>
        <translation>값이 {count}입니다. 2부터 {most}까지 됩니다</translation>
    </message>
    <message>
        <source>waits for an answer; expected a question in this step</source>
        <translation>답을 기다리는데 이 단계에 question이 없습니다</translation>
    </message>
    <message>
        <source>waits for buttons; expected offers in this step</source>
        <translation>단추를 기다리는데 이 단계에 offers가 없습니다</translation>
    </message>
    <message>
        <source>waits for a measurement; expected race in this step</source>
        <translation>측정을 기다립니다. 이 단계에 race를 두세요</translation>
    </message>
    <message>
        <source>is missing; expected the lines that stand on it, or an empty list</source>
        <translation>없습니다. 연습장에 미리 쓸 줄이나 빈 리스트를 두세요</translation>
    </message>
    <message>
        <source>stands beside a limit; expected one or the other</source>
        <translation>한계(at_least, at_most)와 함께 쓸 수 없습니다. 어느 한쪽만 쓰세요</translation>
    </message>
    <message>
        <source>stands beside decimals; expected one or the other</source>
        <translation>decimals와 함께 쓸 수 없습니다. 어느 한쪽만 쓰세요</translation>
    </message>
    <message>
        <source>is {count}; expected 0 to 16</source>
        <translation>값이 {count}입니다. 0부터 16까지여야 합니다</translation>
    </message>
    <message>
        <source>cannot be used: {reason}</source>
        <translation>쓸 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>asks for {each!r}, which is no name; expected {names}</source>
        <translation>{each!r} 값을 묻는데 그런 이름은 없습니다. 쓸 수 있는 이름: {names}</translation>
    </message>
    <message>
        <source>has {count}; expected at least two to choose from</source>
        <translation>{count}개입니다. 고를 것이 둘은 있어야 합니다</translation>
    </message>
    <message>
        <source>is {answer}; expected 0 to {last}, counted from 0</source>
        <translation>값이 {answer}입니다. 0부터 세어 {last}까지여야 합니다</translation>
    </message>
    <message>
        <source>stands beside {other}; expected one or the other</source>
        <translation>{other} 옆에 함께 있습니다. 둘 가운데 하나만 두세요</translation>
    </message>
    <message>
        <source>is missing; expected the numbers that are right</source>
        <translation>없습니다. 정답인 숫자를 두세요</translation>
    </message>
    <message>
        <source>has the condition {name!r}; expected one of {known}</source>
        <translation>조건이 {name!r}입니다. 다음 중 하나여야 합니다: {known}</translation>
    </message>
    <message>
        <source>is missing; expected a list of texts</source>
        <translation>빠져 있습니다. 텍스트의 리스트가 필요합니다</translation>
    </message>
    <message>
        <source>{name} is no parameter of this network; it has {known}</source>
        <translation>{name}: 이 신경망에 없는 매개변수입니다. 있는 매개변수: {known}</translation>
    </message>
    <message>
        <source>{name} has shape {shape}; the network needs {wanted}</source>
        <translation>{name}: 형상이 {shape}인데 신경망에는 {wanted} 형상이 필요합니다</translation>
    </message>
    <message>
        <source>is missing; expected the network that the lesson opens with</source>
        <translation>빠져 있습니다. 실습을 열 때의 신경망이 필요합니다</translation>
    </message>
    <message>
        <source>is not a network: {reason}</source>
        <translation>신경망이 아닙니다: {reason}</translation>
    </message>
    <message>
        <source>has {count:,} parameters; a lesson&apos;s has at most {most:,}</source>
        <translation>매개변수가 {count:,}개입니다. 실습에서는 {most:,}개까지입니다</translation>
    </message>
    <message>
        <source>is {item!r}; expected a table with the {what}&apos;s kind and its options</source>
        <translation>값이 {item!r}입니다. {what}의 종류와 설정이 든 테이블이어야 합니다</translation>
    </message>
    <message>
        <source>is no {what}: {reason}</source>
        <translation>쓸 수 없는 {what}입니다: {reason}</translation>
    </message>
    <message>
        <source>does not fit: {reason}</source>
        <translation>맞지 않습니다: {reason}</translation>
    </message>
    <message>
        <source>is {given!r}; expected a list of conditions that hold at once</source>
        <translation>값이 {given!r}입니다. 동시에 맞아야 하는 조건의 리스트여야 합니다</translation>
    </message>
    <message>
        <source>is {part!r}; expected &apos;train&apos; or &apos;test&apos;</source>
        <translation>값이 {part!r}입니다. &apos;train&apos;이나 &apos;test&apos;여야 합니다</translation>
    </message>
    <message>
        <source>is missing; expected numbers, or the number of a row</source>
        <translation>빠져 있습니다. 입력할 수나 행 번호가 필요합니다</translation>
    </message>
    <message>
        <source>is {given!r}; expected some of {known}</source>
        <translation>값이 {given!r}입니다. 다음 중에서 골라야 합니다: {known}</translation>
    </message>
    <message>
        <source>is {low:g}; expected less than high, which is {high:g}</source>
        <translation>값이 {low:g}입니다. high의 값 {high:g}보다 작아야 합니다</translation>
    </message>
    <message>
        <source>is {name!r}; expected one of {known}</source>
        <translation>값이 {name!r}입니다. 다음 중 하나여야 합니다: {known}</translation>
    </message>
    <message>
        <source>is missing; expected the network that must learn, under [proof]</source>
        <translation>빠져 있습니다. [proof] 아래에 배워야 할 신경망이 필요합니다</translation>
    </message>
    <message>
        <source>is {value}; expected a share above 0, up to 1</source>
        <translation>값은 {value}입니다. 0보다 크고 1 이하인 비율이 필요합니다</translation>
    </message>
    <message>
        <source>is {index}; expected 0 to {last}</source>
        <translation>값이 {index}입니다. 0부터 {last}까지여야 합니다</translation>
    </message>
    <message>
        <source>is {kind!r}; expected &apos;sample&apos; or &apos;batch&apos;</source>
        <translation>{kind!r}입니다. &apos;sample&apos;이나 &apos;batch&apos;가 됩니다</translation>
    </message>
    <message>
        <source>is {phase!r}; expected one of {known}</source>
        <translation>{phase!r}입니다. 다음 가운데 하나를 쓰세요: {known}</translation>
    </message>
    <message>
        <source>is {text!r}; expected a number&apos;s place such as &apos;W1[0, 1]&apos;</source>
        <translation>{text!r}입니다. &apos;W1[0, 1]&apos;처럼 숫자의 자리를 쓰세요</translation>
    </message>
    <message>
        <source>{file}: byte {place} is no UTF-8; save the file as UTF-8</source>
        <translation>{file}: {place}번째 바이트가 UTF-8이 아닙니다. 파일을 UTF-8로 저장하세요</translation>
    </message>
    <message>
        <source>{data} has values for targets, no classes; {loss} needs classes: choose {loss_of_values}</source>
        <translation>{data}: 정답이 클래스가 아니라 값인데 {loss}에는 클래스가 필요합니다. {loss_of_values} 손실 함수를 고르세요</translation>
    </message>
    <message>
        <source>{data} gives {given} numbers a sample, the network takes {taken}; choose the dataset again</source>
        <translation>{data}: 데이터 하나에 수가 {given}개인데 신경망의 입력은 {taken}개입니다. 데이터셋을 다시 고르세요</translation>
    </message>
    <message>
        <source>{data} needs {wanted} outputs, the last layer gives {outputs}; set its units to {wanted}</source>
        <translation>{data}: 출력이 {wanted}개여야 하는데 마지막 층의 출력은 {outputs}개입니다. 마지막 층의 뉴런 수를 {wanted}개로 하세요</translation>
    </message>
    <message>
        <source>Batch normalization needs at least 2 samples in every batch, but {count:,} samples in batches of {size} leave one of 1: choose another batch size.</source>
        <translation>배치 정규화를 하려면 모든 배치에 데이터가 2개 이상 있어야 하는데, 데이터 {count:,}개를 {size}개씩 나누면 1개짜리 배치가 남습니다. 배치 크기를 바꾸세요.</translation>
    </message>
    <message>
        <source>this network needs {needed:.1f} GB to train, at most {most:.0f} GB are allowed; use fewer units or a smaller batch</source>
        <translation>이 신경망을 학습하려면 메모리가 {needed:.1f} GB 필요하지만 {most:.0f} GB까지만 쓸 수 있습니다. 뉴런 수나 배치 크기를 줄이세요</translation>
    </message>
    <message>
        <source>{name} counts {counts} losses and measurements of accuracy; there are {kept}</source>
        <translation>{name}에 적힌 손실과 정확도의 수는 {counts}인데 실제로는 {kept}입니다</translation>
    </message>
    <message>
        <source>{name} holds a time that cannot be</source>
        <translation>{name}: 있을 수 없는 시간이 들어 있습니다</translation>
    </message>
    <message>
        <source>{name} has {got} rows; expected {wanted}</source>
        <translation>{name}: {got}행입니다. {wanted}행이어야 합니다</translation>
    </message>
    <message>
        <source>{name} has the iteration {number}; it must be a whole number</source>
        <translation>{name}: 반복이 {number}입니다. 정수여야 합니다</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>{name}: 빠져 있습니다</translation>
    </message>
    <message>
        <source>{name} has shape {shape} of {dtype}; the network needs {wanted} of {wanted_dtype}</source>
        <translation>{name}: {dtype}, 형상 {shape}입니다. 신경망에는 {wanted_dtype}, 형상 {wanted}인 배열이 필요합니다</translation>
    </message>
    <message>
        <source>{name} is missing or no table of {dtype} in rows of {row}</source>
        <translation>{name}: 빠져 있거나, 행의 형상이 {row}인 {dtype} 표가 아닙니다</translation>
    </message>
    <message>
        <source>dataset {name} has kept data; only {imported!r} can have them</source>
        <translation>데이터셋 {name}에 보관한 데이터가 있습니다. 보관한 데이터는 {imported!r} 데이터셋에만 있을 수 있습니다</translation>
    </message>
    <message>
        <source>{name} is not like the points of {dataset}, {shape} of {dtype}</source>
        <translation>{name}: {dataset}의 점과 다릅니다. {dtype}, 형상 {shape} 배열이어야 합니다</translation>
    </message>
    <message>
        <source>dataset.kept.classes must be a list of at most {most:,} names</source>
        <translation>dataset.kept.classes는 이름 {most:,}개까지의 리스트여야 합니다</translation>
    </message>
    <message>
        <source>dataset.kept.scale is {scale!r}; expected a number above 0</source>
        <translation>dataset.kept.scale: 값이 {scale!r}인데 0보다 큰 수여야 합니다</translation>
    </message>
    <message>
        <source>dataset.kept.tests_with_all is {value!r}; expected true or false</source>
        <translation>dataset.kept.tests_with_all: 값이 {value!r}인데 true나 false여야 합니다</translation>
    </message>
    <message>
        <source>dataset.kept.apart is {value!r}; expected a SHA-256 in hexadecimal</source>
        <translation>dataset.kept.apart: 값이 {value!r}인데 16진수로 적은 SHA-256이어야 합니다</translation>
    </message>
    <message>
        <source>dataset.kept.features must be a list of at most {most:,}</source>
        <translation>dataset.kept.features: 최대 {most:,}개의 리스트여야 합니다</translation>
    </message>
    <message>
        <source>dataset.kept.features must be {most:,} inputs at most</source>
        <translation>dataset.kept.features: 입력이 최대 {most:,}개여야 합니다</translation>
    </message>
    <message>
        <source>dataset.kept.features holds categories that are no list of names</source>
        <translation>dataset.kept.features: 범주가 이름의 리스트가 아닙니다</translation>
    </message>
    <message>
        <source>dataset.kept.{name} holds {value!r}; expected a name, a number and a number above 0</source>
        <translation>dataset.kept.{name}: {value!r}입니다. 이름, 수, 0보다 큰 수가 와야 합니다</translation>
    </message>
    <message>
        <source>its data take {size:,} bytes; a document keeps {most:,} at most</source>
        <translation>데이터가 {size:,}바이트입니다. 문서에는 {most:,}바이트까지 보관합니다</translation>
    </message>
    <message>
        <source>{name} is not like {other}, {shape} of {dtype}</source>
        <translation>{name}: {other} 배열과 다릅니다. 그 배열은 {dtype}, 형상 {shape}입니다</translation>
    </message>
    <message>
        <source>{name} has shape {shape} of {dtype}; expected rows of uint8 or float64</source>
        <translation>{name}: {dtype}, 형상 {shape}입니다. uint8이나 float64인 행이어야 합니다</translation>
    </message>
    <message>
        <source>one {dtype}</source>
        <translation>{dtype} 하나</translation>
    </message>
    <message>
        <source>a row of {dtype}</source>
        <translation>{dtype} 한 행</translation>
    </message>
    <message>
        <source>{name} has shape {shape} of {dtype}; expected {wanted} for each sample</source>
        <translation>{name}: {dtype}, 형상 {shape}입니다. 데이터마다 {wanted}씩이어야 합니다</translation>
    </message>
    <message>
        <source>{key} holds a number that is not finite</source>
        <translation>{key}: 유한하지 않은 수가 있습니다</translation>
    </message>
    <message>
        <source>{targets} does not give one of {classes} classes for each of {samples:,} samples</source>
        <translation>{targets}: 데이터 {samples:,}개마다 클래스 {classes}개 중 하나를 정해야 합니다</translation>
    </message>
    <message>
        <source>{key} is missing</source>
        <translation>{key}: 빠져 있습니다</translation>
    </message>
    <message>
        <source>its data are in {file}, which is not beside it</source>
        <translation>데이터가 {file} 파일에 있는데, 그 파일이 옆에 없습니다</translation>
    </message>
    <message>
        <source>{name} has {size:,} bytes; data take {most:,} at most</source>
        <translation>{name}: {size:,}바이트입니다. 데이터는 {most:,}바이트까지입니다</translation>
    </message>
    <message>
        <source>its data in {name} are damaged: their checksum is not right</source>
        <translation>{name}에 있는 데이터가 손상되었습니다. 체크섬이 맞지 않습니다</translation>
    </message>
    <message>
        <source>a document is a JSON object, got {type}</source>
        <translation>문서는 JSON 객체여야 하는데 {type}입니다</translation>
    </message>
    <message>
        <source>training.optimizer_options is {value!r}; give an object</source>
        <translation>training.optimizer_options: 값이 {value!r}인데 객체여야 합니다</translation>
    </message>
    <message>
        <source>training.{name} is not known; known: {known}</source>
        <translation>알 수 없는 항목입니다: training.{name}. 아는 항목: {known}</translation>
    </message>
    <message>
        <source>checkpoint.since is {since}; expected {iteration}, its iteration, or less</source>
        <translation>checkpoint.since가 {since}입니다. 체크포인트의 반복인 {iteration} 이하여야 합니다</translation>
    </message>
    <message>
        <source>checkpoint.optimizer is {name!r} and remembers is {remembers!r}; expected a name, and true or false</source>
        <translation>checkpoint.optimizer가 {name!r}, remembers가 {remembers!r}입니다. 앞은 이름, 뒤는 true나 false여야 합니다</translation>
    </message>
    <message>
        <source>dataset.options is {options!r} and has_own_points is {own!r}; expected an object, and true or false</source>
        <translation>dataset.options가 {options!r}, has_own_points가 {own!r}입니다. 앞은 객체, 뒤는 true나 false여야 합니다</translation>
    </message>
    <message>
        <source>field {name!r} of a document is {value!r}; expected {kind}</source>
        <translation>문서의 {name!r} 필드가 {value!r}입니다. 필요한 형식: {kind}</translation>
    </message>
    <message>
        <source>{name} holds {value!r}; expected a text of at most {most} letters</source>
        <translation>{name}에 {value!r} 값이 있습니다. {most}자까지의 텍스트여야 합니다</translation>
    </message>
    <message>
        <source>field {name!r} must be a list of at most {most:,}</source>
        <translation>{name!r} 필드는 {most:,}개까지의 리스트여야 합니다</translation>
    </message>
    <message>
        <source>{name} holds {value!r}; expected a list of {length}</source>
        <translation>{name}에 {value!r} 값이 있습니다. 항목이 {length}개인 리스트여야 합니다</translation>
    </message>
    <message>
        <source>{name} holds {value!r}; expected a whole number of at least 0</source>
        <translation>{name}에 {value!r} 값이 있습니다. 0 이상의 정수여야 합니다</translation>
    </message>
    <message>
        <source>{name} holds {value!r}; expected a number</source>
        <translation>{name}에 {value!r} 값이 있습니다. 수여야 합니다</translation>
    </message>
    <message>
        <source>setups holds {value!r}; expected {known}</source>
        <translation>setups: 값이 {value!r}입니다. 있어야 할 항목은 {known}입니다</translation>
    </message>
    <message>
        <source>overrides holds {value!r}; expected [iteration, name, [index], value]</source>
        <translation>overrides에 {value!r} 값이 있습니다. [iteration, name, [index], value] 꼴이어야 합니다</translation>
    </message>
    <message>
        <source>it holds no document of this program</source>
        <translation>이 프로그램의 문서가 아닙니다</translation>
    </message>
    <message>
        <source>a newer version of this program saved it (file version {version}, known up to {newest})</source>
        <translation>이 프로그램의 더 새로운 버전에서 저장한 파일입니다 (파일 버전 {version}, {newest}까지 읽을 수 있음)</translation>
    </message>
    <message>
        <source>its version is {version!r}; expected a number from 1 to {newest}</source>
        <translation>버전이 {version!r}입니다. 1부터 {newest}까지의 수여야 합니다</translation>
    </message>
    <message>
        <source>it is damaged, or another program changed it: its checksum is not right</source>
        <translation>손상되었거나 다른 프로그램이 바꾼 파일입니다. 체크섬이 맞지 않습니다</translation>
    </message>
    <message>
        <source>recogniser is {recogniser!r}; choose &apos;shipped&apos; or &apos;mine&apos;</source>
        <translation>recogniser: {recogniser!r} 대신 &apos;shipped&apos;나 &apos;mine&apos;을 고르세요</translation>
    </message>
    <message>
        <source>lesson is {value!r}; expected its name and the number of a step</source>
        <translation>lesson: 값이 {value!r}인데 실습의 이름과 단계 번호여야 합니다</translation>
    </message>
    <message>
        <source>the example is no row of {count} numbers of float32</source>
        <translation>예시가 float32인 수 {count}개짜리 행이 아닙니다</translation>
    </message>
    <message>
        <source>the example holds a pixel that is no number, or its label {label!r} is no digit</source>
        <translation>예시에 수가 아닌 픽셀이 있거나, 레이블 {label!r} 값이 0부터 9까지의 숫자가 아닙니다</translation>
    </message>
    <message>
        <source>layout is {value!r}; expected an object</source>
        <translation>layout: 값이 {value!r}인데 객체여야 합니다</translation>
    </message>
    <message>
        <source>layout.areas holds {value!r}; expected one of tabs, across and down</source>
        <translation>layout.areas에 {value!r} 값이 있습니다. tabs, across, down 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>layout.areas holds {value!r}; expected two places or more, across or down</source>
        <translation>layout.areas에 {value!r} 값이 있습니다. across나 down에는 자리가 둘 이상이어야 합니다</translation>
    </message>
    <message>
        <source>layout.areas names {name!r}; expected one of {known}</source>
        <translation>layout.areas에 {name!r} 이름이 있습니다. 다음 중 하나여야 합니다: {known}</translation>
    </message>
    <message>
        <source>{field} is {value!r}; expected an object</source>
        <translation>{field}: 값이 {value!r}인데 객체여야 합니다</translation>
    </message>
    <message>
        <source>{field} is {value!r}; expected names of panels</source>
        <translation>{field}: 값이 {value!r}인데 패널의 이름이어야 합니다</translation>
    </message>
    <message>
        <source>layout names {name!r} twice; a panel stands in one place</source>
        <translation>layout에 {name!r} 이름이 두 번 나옵니다. 패널은 한 자리에만 있습니다</translation>
    </message>
    <message>
        <source>layout.floating holds {value!r}; expected a place on a screen</source>
        <translation>layout.floating에 {value!r} 값이 있습니다. 화면 위의 자리여야 합니다</translation>
    </message>
    <message>
        <source>the document has no file yet; give a path</source>
        <translation>문서에 아직 파일이 없습니다. 경로를 주세요</translation>
    </message>
    <message>
        <source>h is {h}; give a small number that is not 0, such as 0.0001</source>
        <translation>h가 {h}입니다. 0.0001처럼 0이 아닌 작은 수를 주세요</translation>
    </message>
    <message>
        <source>the network has no parameter {name}{index}; it has {known}</source>
        <translation>{name}{index}: 이 신경망에 없는 매개변수입니다. 있는 매개변수: {known}</translation>
    </message>
    <message>
        <source>{name} has no points in the plane; choose a dataset with 2 inputs, such as circle</source>
        <translation>{name}: 평면의 점이 없는 데이터셋입니다. circle처럼 입력이 2개인 데이터셋을 고르세요</translation>
    </message>
    <message>
        <source>a point lies at {x!r}; give two finite numbers x1, x2</source>
        <translation>점의 자리가 {x!r}입니다. 유한한 수 두 개 x1, x2를 주세요</translation>
    </message>
    <message>
        <source>a point has class {t!r}; give a number from 0 to {last}</source>
        <translation>점의 클래스가 {t!r}입니다. 0부터 {last}까지의 수를 주세요</translation>
    </message>
    <message>
        <source>a point has target {t!r}; give {count} finite numbers</source>
        <translation>점의 정답이 {t!r}입니다. 유한한 수 {count}개를 주세요</translation>
    </message>
    <message>
        <source>there is no training point {index}; there are {samples}, counted from 0</source>
        <translation>{index}번 훈련 점은 없습니다. 훈련 점은 {samples}개이고 0부터 셉니다</translation>
    </message>
    <message>
        <source>row {index} of the {part} data does not exist; there are {samples}, counted from 0</source>
        <translation>{part} 데이터에 {index}행은 없습니다. 모두 {samples}행이고 0부터 셉니다</translation>
    </message>
    <message>
        <source>x holds a number that is not finite; give plain numbers such as 1.0 or -0.5</source>
        <translation>x에 유한하지 않은 수가 있습니다. 1.0이나 -0.5 같은 평범한 수를 주세요</translation>
    </message>
    <message>
        <source>x has shape {shape}, but the network takes {wanted} numbers a sample; give {wanted} of them</source>
        <translation>x의 형상이 {shape}인데 신경망의 입력은 데이터마다 수 {wanted}개입니다. 수를 {wanted}개 주세요</translation>
    </message>
    <message>
        <source>t has shape {shape} for {samples} samples; give one target for each sample</source>
        <translation>데이터는 {samples}개인데 t의 형상이 {shape}입니다. 데이터마다 정답을 하나씩 주세요</translation>
    </message>
    <message>
        <source>the network takes {shape}; only one with 2 inputs has surfaces over the plane</source>
        <translation>신경망의 입력이 {shape}입니다. 입력이 2개인 신경망만 평면 위에 그릴 수 있습니다</translation>
    </message>
    <message>
        <source>the network has no parameter {name!r}; it has {known}</source>
        <translation>{name!r}: 이 신경망에 없는 매개변수입니다. 있는 매개변수: {known}</translation>
    </message>
    <message>
        <source>{name} has shape {wanted}, got {shape}</source>
        <translation>{name}: 형상이 {wanted}이어야 하는데 {shape}입니다</translation>
    </message>
    <message>
        <source>{owner} is more than {most:,} gzip files in a row; unpack it and choose what comes out</source>
        <translation>{owner}: gzip 파일이 {most:,}개 넘게 이어져 있습니다. 압축을 풀어서 나온 파일을 고르세요</translation>
    </message>
    <message>
        <source>a watch has at most {most:,} letters; write a shorter one</source>
        <translation>조사식이 너무 깁니다. {most:,}자까지 되니 짧게 쓰세요</translation>
    </message>
    <message>
        <source>a document has at most {most:,} breakpoints; take one away first</source>
        <translation>한 문서의 중단점은 {most:,}개까지입니다. 먼저 하나를 지우세요</translation>
    </message>
    <message>
        <source>a document has at most {most:,} watches; take one away first</source>
        <translation>한 문서의 조사식은 {most:,}개까지입니다. 먼저 하나를 지우세요</translation>
    </message>
    <message>
        <source>a document has at most {most:,} replaced numbers; give back the computed ones first</source>
        <translation>한 문서에서 바꾼 값은 {most:,}개까지입니다. 먼저 계산된 값으로 되돌리세요</translation>
    </message>
    <message>
        <source>a document has at most {most:,} runs; delete one first</source>
        <translation>문서에는 학습이 최대 {most:,}개까지 들어갑니다. 먼저 하나를 지우세요</translation>
    </message>
    <message>
        <source>This makes {count:,} numbers or takes too long; look at a part, such as W1[0] or x[:10]</source>
        <translation>수 {count:,}개를 만들거나 너무 오래 걸립니다. W1[0]이나 x[:10]처럼 일부만 보세요</translation>
    </message>
    <message>
        <source>it takes too much memory</source>
        <translation>메모리가 너무 많이 듭니다</translation>
    </message>
    <message>
        <source>{part}: {reason}</source>
        <translation>{part}: {reason}</translation>
    </message>
    <message>
        <source>{name} is no number and no array of numbers</source>
        <translation>{name}: 수도, 수의 배열도 아닙니다</translation>
    </message>
    <message>
        <source>The rows of a list are equally long; here are {shapes}</source>
        <translation>리스트의 행은 길이가 같아야 합니다. 여기에는 {shapes}</translation>
    </message>
    <message>
        <source>sizes and axes are whole numbers, such as 2 or -1</source>
        <translation>크기와 축은 2나 -1 같은 정수입니다</translation>
    </message>
    <message>
        <source>The expression has {count:,} characters; {most:,} are the most</source>
        <translation>식이 {count:,}자입니다. {most:,}자까지 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>{text!r} holds a text; write names, numbers, lists and + - * / @</source>
        <translation>{text!r}: 문자열은 쓸 수 없습니다. 이름, 수, 리스트와 + - * / @ 를 쓰세요</translation>
    </message>
    <message>
        <source>The expression is too long or too deep; compute a part of it</source>
        <translation>식이 너무 길거나 괄호가 너무 깊습니다. 일부만 계산하세요</translation>
    </message>
    <message>
        <source>{part!r} compares twice; write (a &lt; b) &amp; (b &lt; c)</source>
        <translation>{part!r}: 두 번 이어 비교할 수 없습니다. (a &lt; b) &amp; (b &lt; c)처럼 쓰세요</translation>
    </message>
    <message>
        <source>{part!r} is not allowed; write names, numbers, lists, functions and + - * / @</source>
        <translation>{part!r}: 여기에 쓸 수 없습니다. 이름, 수, 리스트, 함수와 + - * / @ 를 쓰세요</translation>
    </message>
    <message>
        <source>{name} has no {keyword}=; it has {known}</source>
        <translation>{name}: {keyword}= 인수가 없습니다. 있는 것은 {known}</translation>
    </message>
    <message>
        <source>{name}= takes a plain number, such as 0 or -1</source>
        <translation>{name}=: 0이나 -1 같은 수를 쓰세요</translation>
    </message>
    <message>
        <source>{part!r} uses an operation that there is not; use + - * / ** @ &lt; &gt; ==</source>
        <translation>{part!r}: 여기에 없는 연산입니다. + - * / ** @ &lt; &gt; == 를 쓰세요</translation>
    </message>
    <message>
        <source>{text!r} sets a value, and nothing is set here; compare with ==</source>
        <translation>{text!r}: 여기서는 값을 대입하지 않습니다. 비교하려면 == 를 쓰세요</translation>
    </message>
    <message>
        <source>{text!r} is no expression; write one such as W1[0, 1], max(abs(dW1)) or sigmoid(0)</source>
        <translation>{text!r}: 식이 아닙니다. W1[0, 1], max(abs(dW1)), sigmoid(0)처럼 쓰세요</translation>
    </message>
    <message>
        <source>{name} takes {count} values, here are {got}</source>
        <translation>{name}: 값 {count}개를 받는데 {got}개를 주었습니다</translation>
    </message>
    <message>
        <source>{name} takes {least} to {most} values, here are {got}</source>
        <translation>{name}: 값 {least}~{most}개를 받는데 {got}개를 주었습니다</translation>
    </message>
    <message>
        <source>{part!r}: and, or, not ask for one number; write (a &gt; 0) &amp; (b &gt; 0), | or ~</source>
        <translation>{part!r}: and, or, not은 수 하나에만 씁니다. (a &gt; 0) &amp; (b &gt; 0)처럼 쓰고, 여럿 중 하나는 |, 부정은 ~ 로 씁니다</translation>
    </message>
    <message>
        <source>.{name} is not known; known: {known}, and functions such as .sum()</source>
        <translation>.{name}: 모르는 속성입니다. 쓸 수 있는 것은 {known}, 그리고 .sum() 같은 함수입니다</translation>
    </message>
    <message>
        <source>{part} is no type here; known: {known}</source>
        <translation>{part}: 형식의 이름이 아닙니다. 쓸 수 있는 것은 {known}</translation>
    </message>
    <message>
        <source>{text}: places are whole numbers or true and false, not {kind}</source>
        <translation>{text}: 인덱스는 정수나 참·거짓이어야 합니다. 여기에는 {kind}</translation>
    </message>
    <message>
        <source>{text}: the mask has shape {mask}, the array {shape}; a mask is as large as what it picks from</source>
        <translation>{text}: 마스크의 형상은 {mask}, 배열의 형상은 {shape}. 마스크는 고르려는 배열과 크기가 같아야 합니다</translation>
    </message>
    <message>
        <source>{text}: there is no such place; the shape is {shape}, counted from 0</source>
        <translation>{text}: 그런 자리가 없습니다. 형상은 {shape}, 0부터 셉니다</translation>
    </message>
    <message>
        <source>{text}: this is a single number; leave the brackets away</source>
        <translation>{text}: 수 하나입니다. 대괄호를 빼세요</translation>
    </message>
    <message>
        <source>{text}: {wanted} places, but the shape is {shape}: at most {axes}</source>
        <translation>{text}: 인덱스가 {wanted}개인데 형상은 {shape}. {axes}개까지 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>There is no {name} here; did you mean {meant}?</source>
        <translation>여기에 없는 이름입니다: {name}. 혹시 {meant}?</translation>
    </message>
    <message>
        <source>There is no {name} here, and no other value yet.</source>
        <translation>여기에 없는 이름입니다: {name}. 다른 값도 아직 없습니다.</translation>
    </message>
    <message>
        <source>There is no {name} here; there are {some}.</source>
        <translation>여기에 없는 이름입니다: {name}. 있는 것은 {some}.</translation>
    </message>
    <message>
        <source>There is no function {name}; did you mean {meant}?</source>
        <translation>없는 함수입니다: {name}. 혹시 {meant}?</translation>
    </message>
    <message>
        <source>There is no function {name}; there are {some} and others like them.</source>
        <translation>없는 함수입니다: {name}. {some} 등을 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>{part}: {left} has shape {a}, {right} has {b}; did you mean {left} @ {right}?</source>
        <translation>{part}: 형상이 {left} {a}, {right} {b}. 혹시 {left} @ {right}?</translation>
    </message>
    <message>
        <source>{part}: {left} has shape {a}, {right} has {b}; sizes must be equal, or 1</source>
        <translation>{part}: 형상이 {left} {a}, {right} {b}. 크기가 같거나 1이어야 합니다</translation>
    </message>
    <message>
        <source>{part}: {left} has shape {a}, {right} has {b}; a single number is multiplied with *</source>
        <translation>{part}: 형상이 {left} {a}, {right} {b}. 수 하나와는 * 로 곱합니다</translation>
    </message>
    <message>
        <source>{part}: {left} has shape {a}, {right} has {b}; with {turned} it works</source>
        <translation>{part}: 형상이 {left} {a}, {right} {b}. {turned} 로 바꾸면 곱할 수 있습니다</translation>
    </message>
    <message>
        <source>{part}: {left} has shape {a}, {right} has {b}; the {columns} columns of the first must meet as many rows, not {rows}</source>
        <translation>{part}: 형상이 {left} {a}, {right} {b}. 앞의 열 {columns}개와 뒤의 행 {rows}개가 같아야 합니다</translation>
    </message>
    <message>
        <source>{part}: {of} is a single number and has no axis; leave axis= away</source>
        <translation>{part}: 수 하나여서 ({of}) 축이 없습니다. axis= 를 빼세요</translation>
    </message>
    <message>
        <source>{part}: {of} has shape {shape}; its axes are {known}</source>
        <translation>{part}: 형상은 {of} {shape}. 축은 {known}</translation>
    </message>
    <message>
        <source>{name} is {value!r}; choose one of {categories}</source>
        <translation>{name}: {value!r}입니다. 다음 중에서 고르세요: {categories}</translation>
    </message>
    <message>
        <source>a unit is {unit}; give a number above 0</source>
        <translation>단위: {unit}입니다. 0보다 큰 수를 주세요</translation>
    </message>
    <message>
        <source>{owner} would be {cells:,} numbers with an input for each text, at most {most:,} are learned from; leave columns of texts out</source>
        <translation>{owner}: 글자마다 입력을 하나씩 두면 숫자가 {cells:,}개가 됩니다. {most:,}개까지 배울 수 있으니 글자로 된 열을 빼세요</translation>
    </message>
    <message>
        <source>Without a hidden layer that bends, the boundary stays a straight line: these data need a curve.</source>
        <translation>비선형 활성화 함수가 있는 은닉층이 없으면 경계는 직선일 수밖에 없습니다. 이 데이터에는 곡선이 필요합니다.</translation>
    </message>
    <message>
        <source>The derivative of {activation} is 0: the layers before it do not learn.</source>
        <translation>{activation}: 미분이 0이라서 그 앞의 층은 배우지 못합니다.</translation>
    </message>
    <message>
        <source>All neurons of a hidden layer begin with the same weights, and so they stay the same.</source>
        <translation>은닉층의 뉴런이 모두 같은 가중치로 시작하므로 끝까지 똑같은 채로 남습니다.</translation>
    </message>
    <message>
        <source>The run is too short: {planned:,} updates, where these data take {wanted:,}.</source>
        <translation>학습이 너무 짧습니다. 갱신이 {planned:,}번인데, 이 데이터에는 {wanted:,}번쯤 필요합니다.</translation>
    </message>
    <message>
        <source>The learning rate is 0: no update changes anything.</source>
        <translation>학습률이 0이라서 갱신해도 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>The learning rate {lr:g} is so high that each update overshoots.</source>
        <translation>학습률이 {lr:g}: 너무 커서 갱신할 때마다 최솟값을 지나칩니다.</translation>
    </message>
    <message>
        <source>{name} has no value yet; write {name} = ... first</source>
        <translation>{name}: 아직 값이 없습니다. 먼저 {name} = ...라고 쓰세요</translation>
    </message>
    <message>
        <source>{text} gives no numbers that fit here</source>
        <translation>{text}: 여기에 담을 수 있는 숫자가 나오지 않습니다</translation>
    </message>
    <message>
        <source>{text!r} cannot be read as numbers; type for example 0.25, -1/4 or [14, 140]</source>
        <translation>{text!r}: 숫자로 읽을 수 없습니다. 0.25, -1/4, [14, 140]처럼 쓰세요</translation>
    </message>
    <message>
        <source>network is {name!r}; choose &apos;shipped&apos; or &apos;mine&apos;</source>
        <translation>network 값이 {name!r}입니다. &apos;shipped&apos;나 &apos;mine&apos;을 고르세요</translation>
    </message>
    <message>
        <source>{name} is computed later in this pass; step on to it.</source>
        <translation>{name}: 이 계산에서 더 나중에 나오는 값입니다. 그곳까지 나아가세요.</translation>
    </message>
    <message>
        <source>{name} needs a sample: draw a digit or choose a row of the data.</source>
        <translation>{name}: 데이터가 있어야 합니다. 숫자를 그리거나 데이터의 행을 고르세요.</translation>
    </message>
    <message>
        <source>{name} needs a loss, and this sample has no target: say what is right.</source>
        <translation>{name}: 손실이 있어야 하는데 이 데이터에는 정답이 없습니다. 정답을 알려 주세요.</translation>
    </message>
    <message>
        <source>{text} names no value, so it never changes</source>
        <translation>{text}: 값의 이름이 없어서 늘 같은 수입니다</translation>
    </message>
    <message>
        <source>{watch} is watched already.</source>
        <translation>{watch}: 이미 있는 조사식입니다.</translation>
    </message>
    <message>
        <source>{owner} holds numbers from {low:g} to {high:g}, and pictures have them from 0 to 255; choose to read it as numbers</source>
        <translation>{owner}에는 {low:g}부터 {high:g}까지의 수가 들어 있는데, 그림이라면 0부터 255까지여야 합니다. 수로 읽도록 고르세요</translation>
    </message>
    <message>
        <source>Read as pictures: the numbers from 0 to {full:g} became 256 grey values.</source>
        <translation>그림으로 읽었습니다. 0부터 {full:g}까지의 수를 256단계의 회색 값으로 바꾸었습니다.</translation>
    </message>
    <message>
        <source>This uses {library}, which is not here: this program follows code written with NumPy alone</source>
        <translation>{library}: 여기에는 없는 라이브러리입니다. 이 프로그램은 NumPy만으로 작성한 코드를 따라갑니다</translation>
    </message>
    <message>
        <source>Plots and pictures ({library}) are skipped here.</source>
        <translation>{library}: 그래프와 그림은 여기서 건너뜁니다.</translation>
    </message>
    <message>
        <source>The progress bar ({library}) is skipped here.</source>
        <translation>{library}: 진행 표시줄은 여기서 건너뜁니다.</translation>
    </message>
    <message>
        <source>{library} is not here; only what uses NumPy alone can be followed.</source>
        <translation>{library}: 여기에는 없습니다. NumPy만 쓰는 부분만 따라갈 수 있습니다.</translation>
    </message>
    <message>
        <source>{module}.py of the book is not beside this file; open it together with it</source>
        <translation>책의 {module}.py 파일이 이 파일 옆에 없습니다. 함께 여세요</translation>
    </message>
    <message>
        <source>load_mnist gives the program&apos;s own MNIST.</source>
        <translation>load_mnist는 이 프로그램에 들어 있는 MNIST를 돌려줍니다.</translation>
    </message>
    <message>
        <source>{module} of the book is not served here; open its file together with this one</source>
        <translation>책의 {module} 모듈은 여기서 제공하지 않습니다. 그 파일을 이 파일과 함께 여세요</translation>
    </message>
    <message>
        <source>{name} is not defined in this text; the book&apos;s is used.</source>
        <translation>{name}: 이 글에 정의가 없어 책의 것을 씁니다.</translation>
    </message>
    <message>
        <source>{file} is not here: a program that is followed reads no files</source>
        <translation>{file}: 여기에는 없는 파일입니다. 따라가며 실행하는 프로그램은 파일을 읽지 않습니다</translation>
    </message>
    <message>
        <source>a function calls itself without end</source>
        <translation>함수가 자기 자신을 끝없이 호출합니다</translation>
    </message>
    <message>
        <source>{error}: {reason}</source>
        <translation>{error}: {reason}</translation>
    </message>
    <message>
        <source>Line {line}: {reason}</source>
        <translation>{line}행: {reason}</translation>
    </message>
    <message>
        <source>input() waits for somebody to type; write the value into the program</source>
        <translation>input()은 누군가 입력하기를 기다립니다. 값을 프로그램에 직접 쓰세요</translation>
    </message>
    <message>
        <source>Line {line}: NumPy has no np.{old} any more; here it is read as {new}.</source>
        <translation>{line}행: 이제 NumPy에 np.{old} 이름이 없어 여기서는 {new} 이름으로 읽습니다.</translation>
    </message>
    <message>
        <source>{name} has {size:,} bytes; more than {most:,} are not read as a program</source>
        <translation>{name}: {size:,}바이트입니다. {most:,}바이트가 넘으면 프로그램으로 읽지 않습니다</translation>
    </message>
    <message>
        <source>line {line} of {name} has a NUL byte: this is no text</source>
        <translation>{name}: {line}행에 NUL 바이트가 있습니다. 텍스트 파일이 아닙니다</translation>
    </message>
    <message>
        <source>brackets or operators in {name} are nested too deep</source>
        <translation>{name}: 괄호나 연산자가 너무 깊이 겹쳐 있습니다</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}</source>
        <translation>{name}: 읽을 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>line {line} of {name} is neither UTF-8 nor Korean (cp949); save it as UTF-8</source>
        <translation>{name}: {line}행이 UTF-8도 한국어(cp949)도 아닙니다. UTF-8로 저장하세요</translation>
    </message>
    <message>
        <source>the coding line of {name} names an encoding that is not known; write utf-8</source>
        <translation>{name}: coding 줄에 알 수 없는 인코딩이 적혀 있습니다. utf-8이라고 쓰세요</translation>
    </message>
    <message>
        <source>Line {line}: print needs brackets since Python 3: print(…)</source>
        <translation>{line}행: 파이썬 3부터 print에는 괄호가 필요합니다: print(…)</translation>
    </message>
    <message>
        <source>Line {line} is indented with tabs where others have spaces; use one of them</source>
        <translation>{line}행: 다른 줄은 공백으로 들여쓰는데 여기는 탭입니다. 한 가지만 쓰세요</translation>
    </message>
    <message>
        <source>Line {line} is indented in another way than Python expects: {reason}</source>
        <translation>{line}행: 들여쓰기가 파이썬이 기대하는 것과 다릅니다: {reason}</translation>
    </message>
    <message>
        <source>Line {line} is not Python: {reason}</source>
        <translation>{line}행: 파이썬 문법에 맞지 않습니다: {reason}</translation>
    </message>
    <message>
        <source>cannot be read: {reason}; expected a Python program</source>
        <translation>읽을 수 없습니다: {reason}. 파이썬 프로그램이 필요합니다</translation>
    </message>
    <message>
        <source>has {count}; expected at least {least}, under [[{field}]]</source>
        <translation>{count}개입니다. [[{field}]] 아래에 적어도 {least}개가 필요합니다</translation>
    </message>
    <message>
        <source>is missing; expected what is measured, or in stops the name of an error</source>
        <translation>없습니다. 잰 값을 적거나 stops에 오류의 이름을 적으세요</translation>
    </message>
    <message>
        <source>is the same as old; expected a change</source>
        <translation>old와 같습니다. 달라진 코드를 적으세요</translation>
    </message>
    <message>
        <source>is {text!r}, which stands in the program {count} times; expected once</source>
        <translation>값은 {text!r}, 프로그램에 {count}번 나옵니다. 한 번만 나오는 것이 필요합니다</translation>
    </message>
    <message>
        <source>is {name!r}; expected a name of the program</source>
        <translation>값은 {name!r}입니다. 프로그램에 나오는 이름이 필요합니다</translation>
    </message>
    <message>
        <source>is {within}; expected 0 or more</source>
        <translation>값은 {within}입니다. 0 이상이 필요합니다</translation>
    </message>
    <message>
        <source>is {look!r}; expected one of {known}</source>
        <translation>값은 {look!r}입니다. 다음 가운데 하나가 필요합니다: {known}</translation>
    </message>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>In test mode running_mean and running_var must stay as they are.</source>
        <translation>시험 모드에서는 running_mean과 running_var가 그대로 있어야 합니다.</translation>
    </message>
    <message>
        <source>{cls} has no `{name}`.</source>
        <translation>{cls}: `{name}` 메서드가 없습니다.</translation>
    </message>
    <message>
        <source>{name} stops with {kind}: {reason}.</source>
        <translation>{name}: {kind} 때문에 멈춥니다. {reason}.</translation>
    </message>
    <message>
        <source>Line {line} stops with {kind}: {reason}.</source>
        <translation>{line}행: {kind} 때문에 멈춥니다. {reason}.</translation>
    </message>
    <message>
        <source>Which weights and inputs belong together in {name} is not known: {reason}. It can be stepped through, not checked.</source>
        <translation>{name}: 어떤 가중치와 입력이 서로 맞는지 알 수 없습니다({reason}). 한 단계씩 따라갈 수는 있지만 검사할 수는 없습니다.</translation>
    </message>
    <message>
        <source>How to make {name} is not known: what is {argument}? It can be stepped through, not checked.</source>
        <translation>{name}: 어떻게 만드는지 알 수 없습니다. {argument}: 무엇인가요? 한 단계씩 따라갈 수는 있지만 검사할 수는 없습니다.</translation>
    </message>
    <message>
        <source>With a ratio of 0.2 a share of {share} is kept, it should be 0.8.</source>
        <translation>비율이 0.2이면 남는 몫은 0.8이어야 하는데 {share}입니다.</translation>
    </message>
    <message>
        <source>`backward` after nothing but a forward in test mode stops with {kind}: no mask was drawn. The book&apos;s does so, too.</source>
        <translation>시험 모드의 순전파만 하고 `backward`를 부르면 멈춥니다({kind}). 마스크를 만들지 않았기 때문입니다. 책의 클래스도 그렇습니다.</translation>
    </message>
    <message>
        <source>In test mode nothing may be left to chance.</source>
        <translation>시험 모드에서는 무작위로 정해지는 것이 없어야 합니다.</translation>
    </message>
    <message>
        <source>In training the mean of ones is {train}, in test mode {test}: they should agree.</source>
        <translation>1만 넣었을 때의 평균이 훈련에서는 {train}, 시험 모드에서는 {test}입니다. 서로 같아야 합니다.</translation>
    </message>
    <message>
        <source>In training some elements must be dropped and others kept.</source>
        <translation>훈련할 때는 일부 원소를 버리고 나머지는 남겨야 합니다.</translation>
    </message>
    <message>
        <source>`{name}({a}, {b})` gives {got}, it should be {wanted}.</source>
        <translation>`{name}({a}, {b})`: {got}입니다. {wanted}이어야 합니다.</translation>
    </message>
    <message>
        <source>softmax of several rows at once is not softmax of each: the rows add up to {first}, {second} instead of 1.</source>
        <translation>여러 행을 한꺼번에 넣은 softmax가 각 행의 softmax와 다릅니다. 행의 합이 1이 아니라 {first}, {second}입니다.</translation>
    </message>
    <message>
        <source>Of whole numbers it is wrong: at {x} the gradient of the sum of squares comes out as {got}. Such an array cannot hold x + h: give it floats.</source>
        <translation>정수 배열에서는 틀립니다. {x}에서 제곱합의 기울기: {got}. 정수 배열에는 x + h를 담을 수 없으니 실수 배열을 넣으세요.</translation>
    </message>
    <message>
        <source>It takes batches only: a single sample has to be an array of one row.</source>
        <translation>배치만 받습니다. 데이터 하나를 넣으려면 행이 하나인 배열로 만들어야 합니다.</translation>
    </message>
    <message>
        <source>It is right for vectors; of a matrix each element has to be moved by itself.</source>
        <translation>벡터에는 맞습니다. 행렬이라면 원소를 하나씩 움직여야 합니다.</translation>
    </message>
    <message>
        <source>It calls `f` without an argument: that is right where `f` itself looks at x.</source>
        <translation>`f`를 인수 없이 부릅니다. `f`가 스스로 x를 볼 때는 맞습니다.</translation>
    </message>
    <message>
        <source>With labels as indices the loss is {got}, with the same labels one-hot it should be {wanted}.</source>
        <translation>레이블을 인덱스로 주면 손실이 {got}입니다. 같은 레이블을 원-핫으로 준 {wanted}이어야 합니다.</translation>
    </message>
    <message>
        <source>`{name}` of 0 is {got}; the book&apos;s is 0.</source>
        <translation>`{name}`: 0에서 {got}입니다. 책에서는 0입니다.</translation>
    </message>
    <message>
        <source>`{name}` of large numbers gives inf or nan.</source>
        <translation>`{name}`: 큰 수를 넣으면 inf나 nan이 나옵니다.</translation>
    </message>
    <message>
        <source>It is right for one sample; over a batch it adds up, and the book divides by the batch size.</source>
        <translation>데이터 하나에는 맞습니다. 배치에서는 더하기만 하는데, 책은 배치 크기로 나눕니다.</translation>
    </message>
    <message>
        <source>`forward` of several samples at once is not `forward` of each by itself.</source>
        <translation>여러 데이터를 한꺼번에 넣은 `forward` 결과가 하나씩 넣은 결과와 다릅니다.</translation>
    </message>
    <message>
        <source>An array of whole numbers comes out otherwise than the same numbers as floats.</source>
        <translation>정수 배열을 넣으면 같은 값의 실수 배열과 다른 결과가 나옵니다.</translation>
    </message>
    <message>
        <source>The second `backward` gives another answer than a fresh layer: something of the first is kept.</source>
        <translation>두 번째 `backward` 결과가 새로 만든 계층과 다릅니다. 첫 번째 계산의 무엇인가가 남아 있습니다.</translation>
    </message>
    <message>
        <source>`backward` leaves no gradient for {name}: `self.d{name}` is missing.</source>
        <translation>`backward` 다음에 {name}의 기울기가 없습니다. `self.d{name}`: 빠져 있습니다.</translation>
    </message>
    <message>
        <source>Inputs of ±{size} give inf or nan.</source>
        <translation>±{size}: 이런 입력에서 inf나 nan이 나옵니다.</translation>
    </message>
    <message>
        <source>NumPy warns of an overflow at -1000; the result is right all the same.</source>
        <translation>-1000에서 NumPy가 오버플로를 경고하지만 결과는 맞습니다.</translation>
    </message>
    <message>
        <source>A score of 1000 gives inf or nan: subtract the largest score of the row first.</source>
        <translation>점수가 1000이면 inf나 nan이 나옵니다. 먼저 그 행의 가장 큰 점수를 빼세요.</translation>
    </message>
    <message>
        <source>It takes labels as indices only, none that are one-hot.</source>
        <translation>인덱스 레이블만 받고 원-핫은 받지 않습니다.</translation>
    </message>
    <message>
        <source>`{what}` must return one number, the mean over the batch.</source>
        <translation>`{what}`: 배치의 평균인 수 하나를 반환해야 합니다.</translation>
    </message>
    <message>
        <source>A probability of 0 gives inf: add something like 1e-7 inside the logarithm.</source>
        <translation>확률이 0이면 inf가 나옵니다. 로그 안에 1e-7 같은 값을 더하세요.</translation>
    </message>
    <message>
        <source>It is right for dout = 1 only: what comes from above multiplies all of it.</source>
        <translation>dout = 1일 때만 맞습니다. 상류에서 온 값은 전체에 곱해야 합니다.</translation>
    </message>
    <message>
        <source>It takes one-hot labels only, no indices.</source>
        <translation>원-핫 레이블만 받고 인덱스는 받지 않습니다.</translation>
    </message>
    <message>
        <source>`accuracy` leaves out the samples behind the last full batch: it gives {got}, it should be {wanted}.</source>
        <translation>`accuracy`: 꽉 찬 마지막 배치 뒤에 남는 데이터를 세지 않습니다. {got}인데 {wanted}이어야 합니다.</translation>
    </message>
    <message>
        <source>It has no `params`: its gradients were not compared.</source>
        <translation>`params`가 없어서 기울기를 비교하지 않았습니다.</translation>
    </message>
    <message>
        <source>It has no `gradient` yet: backpropagation was not checked.</source>
        <translation>아직 `gradient`가 없어서 역전파는 검사하지 않았습니다.</translation>
    </message>
    <message>
        <source>{name}[&apos;{key}&apos;] is missing.</source>
        <translation>{name}[&apos;{key}&apos;]: 없습니다.</translation>
    </message>
    <message>
        <source>`gradient` gives gradients of what is no parameter: {keys}.</source>
        <translation>`gradient`: 매개변수가 아닌 것의 기울기도 있습니다. {keys}.</translation>
    </message>
    <message>
        <source>`gradient` must return a dictionary with a gradient for each parameter.</source>
        <translation>`gradient`는 매개변수마다 기울기가 들어 있는 딕셔너리를 반환해야 합니다.</translation>
    </message>
    <message>
        <source>The biases should begin at 0.</source>
        <translation>편향의 초깃값은 0이어야 합니다.</translation>
    </message>
    <message>
        <source>{key} should begin as random numbers around 0 with a standard deviation of weight_init_std, here {std}.</source>
        <translation>{key}: 초깃값은 평균이 0이고 표준편차가 weight_init_std(여기서는 {std})인 난수여야 합니다.</translation>
    </message>
    <message>
        <source>`predict` is not what W1, b1, an activation function, W2 and b2 give.</source>
        <translation>`predict` 결과가 W1, b1, 활성화 함수, W2, b2로 계산한 값과 다릅니다.</translation>
    </message>
    <message>
        <source>After update {step}: {difference}</source>
        <translation>{step}번째 갱신 뒤: {difference}</translation>
    </message>
    <message>
        <source>`params[key] = …` makes a new array; the layers still hold the old one. `-=` changes it where it is.</source>
        <translation>`params[key] = …`: 새 배열을 만들기 때문에 계층은 여전히 옛 배열을 가지고 있습니다. `-=`는 있던 자리에서 바꿉니다.</translation>
    </message>
    <message>
        <source>`update` changes no parameter.</source>
        <translation>`update`가 어떤 매개변수도 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>`backward` must return two gradients, one for each input of `forward`.</source>
        <translation>`backward`는 `forward`의 입력마다 하나씩, 기울기 두 개를 반환해야 합니다.</translation>
    </message>
    <message>
        <source>`{method}` returns nothing: a `return` is missing.</source>
        <translation>`{method}`: 아무것도 반환하지 않습니다. `return`이 빠졌습니다.</translation>
    </message>
    <message>
        <source>`{method}` writes into `{name}`, which belongs to the caller. On a copy nobody else is disturbed.</source>
        <translation>`{method}`: 호출한 쪽의 배열 `{name}`에 값을 씁니다. 사본에 쓰면 다른 곳에 영향을 주지 않습니다.</translation>
    </message>
    <message>
        <source>`{what}` has shape {got}, it should be {wanted} (for x of shape {shape}).</source>
        <translation>`{what}`: 형상이 {got}입니다. {wanted}이어야 합니다(x의 형상 {shape}).</translation>
    </message>
    <message>
        <source>`{what}` gives {got}, it should be {wanted} (for x of shape {shape}).</source>
        <translation>`{what}`: {got}입니다. {wanted}이어야 합니다(x의 형상 {shape}).</translation>
    </message>
    <message>
        <source>`{what}` gives {got} at {index}, it should be {wanted} (for x of shape {shape}).</source>
        <translation>`{what}`: {index}에서 {got}입니다. {wanted}이어야 합니다(x의 형상 {shape}).</translation>
    </message>
    <message>
        <source>The gradient of {name} is {got} at {index}; the loss really changes by {true} there (for x of shape {shape}).</source>
        <translation>{name}의 기울기: {index}에서 {got}입니다. 손실은 거기서 실제로 {true}만큼 변합니다(x의 형상 {shape}).</translation>
    </message>
    <message>
        <source>The gradient of {name} has shape {got}; {name} has shape {wanted}.</source>
        <translation>{name}의 기울기: 형상이 {got}입니다. {name}의 형상은 {wanted}입니다.</translation>
    </message>
    <message>
        <source>line {line} is not in the text any more</source>
        <translation>{line}행이 이제 글에 없습니다</translation>
    </message>
    <message>
        <source>line {line} has been changed since</source>
        <translation>{line}행이 그동안 바뀌었습니다</translation>
    </message>
    <message>
        <source>{name} is right: {checks} checks passed.</source>
        <translation>{name}: 맞습니다. 검사 {checks}개를 통과했습니다.</translation>
    </message>
    <message>
        <source>Whether {name} is right was not found out. {why}</source>
        <translation>{name}: 맞는지 끝까지 알아보지 못했습니다. {why}</translation>
    </message>
    <message>
        <source>{name} was not checked.</source>
        <translation>{name}: 검사하지 않았습니다.</translation>
    </message>
    <message>
        <source>it does not run</source>
        <translation>실행되지 않습니다</translation>
    </message>
    <message>
        <source>{name} is not right yet: {first}</source>
        <translation>{name}: 아직 맞지 않습니다. {first}</translation>
    </message>
    <message>
        <source>a judgement of {size:,} characters; {most:,} are the most</source>
        <translation>판정이 {size:,}자입니다. {most:,}자까지 읽습니다</translation>
    </message>
    <message>
        <source>a judgement is no JSON</source>
        <translation>판정이 JSON이 아닙니다</translation>
    </message>
    <message>
        <source>a judgement is not as it should be: {what}</source>
        <translation>판정의 형식이 맞지 않습니다: {what}</translation>
    </message>
    <message>
        <source>`{old}` is too many.</source>
        <translation>`{old}`: 필요 없습니다.</translation>
    </message>
    <message>
        <source>`{old}` should be `{new}`.</source>
        <translation>`{old}`: `{new}`이어야 합니다.</translation>
    </message>
    <message>
        <source>It is divided by `{count}` once too often: `{new}`.</source>
        <translation>한 번 더 나눴습니다(`{count}`). 나누지 않아야 합니다: `{new}`.</translation>
    </message>
    <message>
        <source>What comes from above, `dout`, is missing: the chain rule multiplies by it, `{new}`.</source>
        <translation>상류에서 온 기울기 `dout`이 빠졌습니다. 연쇄법칙에 따라 곱해야 합니다: `{new}`.</translation>
    </message>
    <message>
        <source>The brackets are missing or stand elsewhere: `{old}` should be `{new}`.</source>
        <translation>괄호가 없거나 다른 곳에 있습니다. `{old}`: `{new}`이어야 합니다.</translation>
    </message>
    <message>
        <source>The sign is the other way round: `{old}` should be `{new}`.</source>
        <translation>부호가 반대입니다. `{old}`: `{new}`이어야 합니다.</translation>
    </message>
    <message>
        <source>It is too large by the number of samples: divide `{old}` by `{count}` once.</source>
        <translation>데이터 수만큼 너무 큽니다. 한 번 나누세요: `{old}` / `{count}`.</translation>
    </message>
    <message>
        <source>It is too small by the number of samples: `{old}` is divided once too often.</source>
        <translation>데이터 수만큼 너무 작습니다. `{old}`: 한 번 더 나누었습니다.</translation>
    </message>
    <message>
        <source>1 - {old} belongs here, not {old}.</source>
        <translation>여기에는 {old} 대신 1 - {old}: 이 값이 와야 합니다.</translation>
    </message>
    <message>
        <source>The factor `{factor}` is missing: the chain rule multiplies what comes from above by it, `{new}`.</source>
        <translation>인수 `{factor}`: 빠졌습니다. 연쇄법칙에서는 상류에서 온 기울기에 이것을 곱합니다, `{new}`.</translation>
    </message>
    <message>
        <source>`{extra}` is one factor too many in `{old}`.</source>
        <translation>`{extra}`: `{old}`에서 한 번 더 곱하거나 나눈 인수입니다.</translation>
    </message>
    <message>
        <source>`{extra}` is too much in `{old}`.</source>
        <translation>`{extra}`: `{old}`에서 필요 없는 항입니다.</translation>
    </message>
    <message>
        <source>Transposed: `{old}` should be `{new}`.</source>
        <translation>전치가 다릅니다. `{old}`: `{new}`이어야 합니다.</translation>
    </message>
    <message>
        <source>It goes along the wrong axis: `{old}` should be `{new}`.</source>
        <translation>축이 다릅니다. `{old}`: `{new}`이어야 합니다.</translation>
    </message>
    <message>
        <source>The mask picks the other elements: `{old}` should be `{new}`.</source>
        <translation>마스크가 반대쪽 원소를 고릅니다. `{old}`: `{new}`이어야 합니다.</translation>
    </message>
    <message>
        <source>The comparison picks the wrong elements: `{old}` should be `{new}`.</source>
        <translation>비교가 다른 원소를 고릅니다. `{old}`: `{new}`이어야 합니다.</translation>
    </message>
    <message>
        <source>It writes into an array that belongs to somebody else; on a copy nobody is disturbed: `{new}`.</source>
        <translation>다른 곳에서 쓰는 배열에 값을 씁니다. 사본에 쓰면 영향을 주지 않습니다: `{new}`.</translation>
    </message>
    <message>
        <source>It makes a new array, and whoever holds the old one sees nothing of it: `{new}` changes it where it is.</source>
        <translation>새 배열을 만들기 때문에 옛 배열을 가진 쪽은 바뀐 것을 보지 못합니다. 있던 자리에서 바꾸세요: `{new}`.</translation>
    </message>
    <message>
        <source>The order is another one: `{old}` should be `{new}`.</source>
        <translation>순서가 다릅니다. `{old}`: `{new}`이어야 합니다.</translation>
    </message>
    <message>
        <source>These lines stand in the wrong order.</source>
        <translation>이 줄들의 순서가 잘못되었습니다.</translation>
    </message>
    <message>
        <source>A line is missing here: `{new}`.</source>
        <translation>여기에 한 줄이 빠졌습니다: `{new}`.</translation>
    </message>
    <message>
        <source>What is needed later is not kept: `{new}`.</source>
        <translation>나중에 필요한 값을 남겨 두지 않았습니다: `{new}`.</translation>
    </message>
    <message>
        <source>What goes in is kept, and `backward` needs what comes out: `{new}`.</source>
        <translation>들어온 값을 남겨 두었는데 `backward`에 필요한 것은 나가는 값입니다: `{new}`.</translation>
    </message>
    <message>
        <source>It is made anew in every call, and what was kept is lost: only where there is none yet, `{new}`.</source>
        <translation>부를 때마다 새로 만들어서 남겨 둔 값이 사라집니다. 아직 없을 때만 만들어야 합니다: `{new}`.</translation>
    </message>
    <message>
        <source>It runs as in a test, where nothing is dropped and nothing is kept for the way back: `{new}`.</source>
        <translation>시험 때처럼 돕니다. 그러면 아무것도 지우지 않고 역전파에 쓸 값도 남지 않습니다: `{new}`.</translation>
    </message>
    <message>
        <source>The loss has a penalty on {key} and its gradient has not: `{term}` is to be added to `{old}`.</source>
        <translation>손실에는 {key}의 가중치 감소 항이 있는데 기울기에는 없습니다. `{old}`: 여기에 더할 것은 `{term}`입니다.</translation>
    </message>
    <message>
        <source>Nothing is returned: `{new}` is missing at the end.</source>
        <translation>아무것도 반환하지 않습니다. 끝에 빠진 것: `{new}`.</translation>
    </message>
    <message>
        <source>Something else is returned than was computed: `{new}`.</source>
        <translation>계산한 것과 다른 것을 반환합니다: `{new}`.</translation>
    </message>
    <message>
        <source>The layers hold the values of an earlier batch: run forward first, `{new}`.</source>
        <translation>계층에 이전 배치의 값이 남아 있습니다. 먼저 순전파를 하세요, `{new}`.</translation>
    </message>
    <message>
        <source>Backwards the layers come in the opposite order.</source>
        <translation>역전파에서는 계층의 순서가 반대입니다.</translation>
    </message>
    <message>
        <source>What was there is overwritten; it should be added to: `{new}`.</source>
        <translation>있던 값을 덮어씁니다. 더해야 합니다: `{new}`.</translation>
    </message>
    <message>
        <source>It is added to what was there before; it should be set: `{new}`.</source>
        <translation>전에 있던 값에 더합니다. 새로 넣어야 합니다: `{new}`.</translation>
    </message>
    <message>
        <source>Element by element is not a product of matrices: `{old}` should be `{new}`.</source>
        <translation>원소별 곱은 행렬 곱이 아닙니다. `{old}`: `{new}`이어야 합니다.</translation>
    </message>
    <message>
        <source>The key is another one: {new}, not {old}.</source>
        <translation>키가 다릅니다. {old} 대신 {new}.</translation>
    </message>
    <message>
        <source>A colon takes these columns of every row; here each row has its own: `{new}`.</source>
        <translation>콜론은 모든 행에서 이 열들을 가져옵니다. 여기서는 행마다 열이 다릅니다: `{new}`.</translation>
    </message>
    <message>
        <source>It takes all rows together: `{old}`. Each row is a sample of its own: axis=-1, keepdims=True in each.</source>
        <translation>모든 행을 한꺼번에 계산합니다: `{old}`. 행마다 데이터 하나이므로 각각 axis=-1, keepdims=True를 쓰세요.</translation>
    </message>
    <message>
        <source>It goes from sample to sample: `{old}`. Each row is a sample of its own: axis=-1, keepdims=True in each.</source>
        <translation>데이터와 데이터를 가로질러 계산합니다: `{old}`. 행 하나하나가 따로 된 데이터이니 각각에 axis=-1, keepdims=True를 주세요.</translation>
    </message>
    <message>
        <source>What comes out has one dimension less than the rows, and goes against their columns: `{old}`. With keepdims=True each row meets its own.</source>
        <translation>결과의 차원이 하나 줄어서 행이 아니라 열에 맞춰집니다: `{old}`. keepdims=True를 주면 각 행이 자기 값과 만납니다.</translation>
    </message>
    <message>
        <source>It goes along each sample by itself: `{old}`. Over the samples of a batch means axis=0.</source>
        <translation>데이터 하나하나의 안에서 계산합니다: `{old}`. 배치의 데이터들에 걸쳐 계산하려면 axis=0입니다.</translation>
    </message>
    <message>
        <source>`np.mean` divides by the number of all elements; the sum is to be divided by the number of samples: `{new}`.</source>
        <translation>`np.mean`은 모든 원소의 수로 나눕니다. 합은 데이터의 수로 나눠야 합니다: `{new}`.</translation>
    </message>
    <message>
        <source>`{old}` makes one row of the whole batch; each sample keeps its own: `{new}`.</source>
        <translation>배치 전체가 한 행이 됩니다: `{old}`. 데이터마다 자기 행이 있어야 합니다: `{new}`.</translation>
    </message>
    <message>
        <source>`{old}` is the value; the way back is multiplied by the slope, which is 1 or 0: `{new}`.</source>
        <translation>함숫값입니다: `{old}`. 역전파에서는 기울기인 1 또는 0을 곱합니다: `{new}`.</translation>
    </message>
    <message>
        <source>`{old}` is of the samples that are asked about; in test mode what was kept while training belongs here, `{new}`.</source>
        <translation>지금 들어온 데이터의 값입니다: `{old}`. 시험 모드에서는 훈련하면서 간직한 값을 써야 합니다: `{new}`.</translation>
    </message>
    <message>
        <source>SoftmaxWithLoss takes softmax once more of what comes out here: `{old}` should be `{new}`.</source>
        <translation>여기서 나온 값에 SoftmaxWithLoss가 softmax를 한 번 더 적용합니다. 지금: `{old}`. 바른 것: `{new}`.</translation>
    </message>
    <message>
        <source>`if` asks one number, and an array has many; `np.where` asks each of them: `{new}`.</source>
        <translation>`if`는 수 하나에만 물을 수 있는데 배열에는 수가 여럿입니다. `np.where`는 하나하나에 묻습니다: `{new}`.</translation>
    </message>
    <message>
        <source>`{name}` stays changed when its turn is over: put back what was there, `{new}`.</source>
        <translation>한 차례가 끝난 뒤에도 값이 바뀐 채로 남습니다(`{name}`). 원래 값을 되돌려 놓으세요: `{new}`.</translation>
    </message>
    <message>
        <source>`{new}` runs in every turn of the loop; it should run once, before it.</source>
        <translation>반복할 때마다 실행됩니다: `{new}`. 반복문 앞에서 한 번만 실행해야 합니다.</translation>
    </message>
    <message>
        <source>The layers get copies, and never see what is changed in `params`: give them the arrays themselves.</source>
        <translation>계층이 복사본을 받아서 `params`에서 바뀌는 값을 보지 못합니다. 배열 자체를 넘겨주세요.</translation>
    </message>
    <message>
        <source>It is rounded down, and the samples of the last batch are left out: `{new}`.</source>
        <translation>소수점 아래를 버려서 마지막 배치의 데이터가 빠집니다: `{new}`.</translation>
    </message>
    <message>
        <source>The line `{old}` is too many.</source>
        <translation>`{old}`: 필요 없는 줄입니다.</translation>
    </message>
    <message>
        <source>The file does not run to its end: {reason}</source>
        <translation>파일이 끝까지 실행되지 않습니다: {reason}</translation>
    </message>
    <message>
        <source>The loop in line {line} does nothing but print, {turns:,} turns at a time: every pass waits for it.</source>
        <translation>{line}행의 반복문은 출력만 하면서 한 번에 {turns:,}번을 돕니다. 계산할 때마다 그만큼 기다려야 합니다.</translation>
    </message>
    <message>
        <source>The loop in line {line} takes {turns:,} turns at a time: every pass waits for it.</source>
        <translation>{line}행의 반복문은 한 번에 {turns:,}번을 돕니다. 계산할 때마다 그만큼 기다려야 합니다.</translation>
    </message>
    <message>
        <source>It is right once {name} is.</source>
        <translation>{name}: 이것이 맞으면 여기도 맞습니다.</translation>
    </message>
    <message>
        <source>It is right once these are: {names}.</source>
        <translation>다음이 모두 맞으면 여기도 맞습니다: {names}.</translation>
    </message>
    <message>
        <source>Not recognised as layer, loss, optimizer or network; it can be stepped through, not checked.</source>
        <translation>계층, 손실, 옵티마이저, 신경망 가운데 어느 것인지 알 수 없습니다. 한 단계씩 따라갈 수는 있지만 검사할 수는 없습니다.</translation>
    </message>
    <message>
        <source>`{name}` needs `self` as its first argument.</source>
        <translation>`{name}`: 첫 번째 인수로 `self`가 필요합니다.</translation>
    </message>
    <message>
        <source>Python calls `__init__`, with two underscores at both ends; `{name}` is never called.</source>
        <translation>파이썬이 호출하는 것은 앞뒤에 밑줄이 두 개씩 있는 `__init__`입니다. `{name}`: 호출되지 않습니다.</translation>
    </message>
    <message>
        <source>`{name}` should be called `{meant}`.</source>
        <translation>`{name}`: 이름이 `{meant}`이어야 합니다.</translation>
    </message>
    <message>
        <source>the code was stopped</source>
        <translation>코드를 멈췄습니다</translation>
    </message>
    <message>
        <source>the code took longer than {seconds:g} s and was stopped</source>
        <translation>코드가 {seconds:g}초를 넘겨서 멈췄습니다</translation>
    </message>
    <message>
        <source>there was no word from the code in {seconds:g} s; it was stopped</source>
        <translation>코드에서 {seconds:g}초 동안 아무 소식이 없어서 멈췄습니다</translation>
    </message>
    <message>
        <source>the process for the code was not ready within {seconds:g} s</source>
        <translation>코드를 실행할 프로세스가 {seconds:g}초 안에 준비되지 않았습니다</translation>
    </message>
    <message>
        <source>the code interfered with what is reported about it, and was stopped</source>
        <translation>코드가 자신에 관한 보고를 건드려서 멈췄습니다</translation>
    </message>
    <message>
        <source>done</source>
        <translation>끝났습니다</translation>
    </message>
    <message>
        <source>no process for the code could be started: {reason}</source>
        <translation>코드를 실행할 프로세스를 시작할 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>the code crashed its process ({signal})</source>
        <translation>코드 때문에 프로세스가 비정상 종료되었습니다({signal})</translation>
    </message>
    <message>
        <source>the code ended its process before there was an answer (exit code {code})</source>
        <translation>답이 나오기 전에 코드가 자신의 프로세스를 끝냈습니다(종료 코드 {code})</translation>
    </message>
    <message>
        <source>it wanted more than {most:,} MB of memory</source>
        <translation>메모리를 {most:,} MB보다 많이 쓰려고 했습니다</translation>
    </message>
    <message>
        <source>it ended itself with exit({text})</source>
        <translation>exit 호출로 스스로 끝났습니다: {text}</translation>
    </message>
    <message>
        <source>{kind}: {text}</source>
        <translation>{kind}: {text}</translation>
    </message>
    <message>
        <source>{kind}</source>
        <translation>{kind}</translation>
    </message>
    <message>
        <source>the code took more than {seconds:g} s of processor time and was stopped</source>
        <translation>코드가 프로세서 시간 {seconds:g}초를 넘겨서 멈췄습니다</translation>
    </message>
    <message>
        <source>it says {length:,} bytes; a message has at most {most:,}</source>
        <translation>{length:,}바이트입니다. 메시지 하나는 {most:,}바이트까지입니다</translation>
    </message>
    <message>
        <source>freezing this program</source>
        <translation>이 프로그램을 멈추게 하기</translation>
    </message>
    <message>
        <source>using up the memory</source>
        <translation>메모리를 다 써 버리기</translation>
    </message>
    <message>
        <source>writing and deleting files</source>
        <translation>파일을 쓰고 지우기</translation>
    </message>
    <message>
        <source>reading files</source>
        <translation>파일 읽기</translation>
    </message>
    <message>
        <source>using the network</source>
        <translation>네트워크 쓰기</translation>
    </message>
    <message>
        <source>starting programs</source>
        <translation>다른 프로그램 시작하기</translation>
    </message>
    <message>
        <source>Protected: the code runs in a process of its own. It is ended in time, and can neither write nor read your files, use the network or start programs.</source>
        <translation>보호됨: 코드는 따로 떨어진 프로세스에서 실행됩니다. 정해진 시간 안에 끝나며, 파일을 쓰거나 읽을 수도, 네트워크를 쓰거나 다른 프로그램을 시작할 수도 없습니다.</translation>
    </message>
    <message>
        <source>Partly protected: the code runs in a process of its own and is ended in time. On this system nothing keeps it from this: {open}. Run only code that you have read.</source>
        <translation>일부만 보호됨: 코드는 따로 떨어진 프로세스에서 실행되고 정해진 시간 안에 끝납니다. 이 시스템에서 막지 못하는 것: {open}. 읽어 본 코드만 실행하세요.</translation>
    </message>
    <message>
        <source>Not protected: the code runs in a process of its own and is ended in time, but on this system it can do what any program of yours can do. Run only code that you have read.</source>
        <translation>보호되지 않음: 코드는 따로 떨어진 프로세스에서 실행되고 정해진 시간 안에 끝나지만, 이 시스템에서는 다른 프로그램이 할 수 있는 일을 모두 할 수 있습니다. 읽어 본 코드만 실행하세요.</translation>
    </message>
    <message>
        <source>{name} is what the rule says.</source>
        <translation>{name}: 갱신 규칙대로입니다.</translation>
    </message>
    <message>
        <source>{name} is {got} at {index}; the rule says {wanted}.</source>
        <translation>{name}: {index}에서 {got}입니다. 규칙에 따르면 {wanted}입니다.</translation>
    </message>
    <message>
        <source>Transposed.</source>
        <translation>전치가 다릅니다.</translation>
    </message>
    <message>
        <source>It is not summed yet: sum over axis {axis}.</source>
        <translation>아직 더하지 않았습니다. 축 {axis}에 대해 더하세요.</translation>
    </message>
    <message>
        <source>It is summed over everything; each element has a sum of its own.</source>
        <translation>전체를 더했습니다. 원소마다 따로 더해야 합니다.</translation>
    </message>
    <message>
        <source>Everywhere {samples} times too large: the batch size is {samples}. Divide by it once.</source>
        <translation>모든 곳에서 {samples}배 너무 큽니다. 배치 크기가 {samples}입니다. 한 번 나누세요.</translation>
    </message>
    <message>
        <source>Everywhere too small by 1/{samples}: it is divided by the batch size once too often.</source>
        <translation>모든 곳에서 1/{samples}배로 너무 작습니다. 배치 크기로 한 번 더 나누었습니다.</translation>
    </message>
    <message>
        <source>The sign is the other way round.</source>
        <translation>부호가 반대입니다.</translation>
    </message>
    <message>
        <source>Everywhere it is {times} times what it should be.</source>
        <translation>모든 곳에서 맞는 값의 {times}배입니다.</translation>
    </message>
    <message>
        <source>The factor {factor} is missing: the chain rule multiplies what comes from above.</source>
        <translation>인수 {factor}: 빠졌습니다. 연쇄법칙에서는 상류에서 온 기울기에 곱합니다.</translation>
    </message>
    <message>
        <source>The factor {factor} is one too many.</source>
        <translation>인수 {factor}: 한 번 더 곱했습니다.</translation>
    </message>
    <message>
        <source>{count} of {size} elements should be 0 here and are not.</source>
        <translation>원소 {size}개 가운데 {count}개는 여기서 0이어야 하는데 0이 아닙니다.</translation>
    </message>
    <message>
        <source>{count} of {size} elements are 0 here and should not be.</source>
        <translation>원소 {size}개 가운데 {count}개가 여기서 0인데 0이 아니어야 합니다.</translation>
    </message>
    <message>
        <source>This is dL/d({name}).</source>
        <translation>dL/d({name}): 맞습니다.</translation>
    </message>
    <message>
        <source>This is minus dL/d({name}).</source>
        <translation>dL/d({name})에 음의 부호가 붙은 값입니다.</translation>
    </message>
    <message>
        <source>This is a part of dL/d({name}).</source>
        <translation>dL/d({name})의 일부입니다.</translation>
    </message>
    <message>
        <source>This should be dL/d({name}).</source>
        <translation>dL/d({name}): 여기에 이 값이 와야 합니다.</translation>
    </message>
    <message>
        <source>What flows back through {ways} is missing: {name} goes into it, too.</source>
        <translation>거슬러 흐르는 몫이 빠졌습니다: {ways}. 그 계산에도 들어가는 값: {name}.</translation>
    </message>
    <message>
        <source>This should be dL/d({name}). {off}</source>
        <translation>dL/d({name}): 여기에 이 값이 와야 합니다. {off}</translation>
    </message>
    <message>
        <source>Line {line} is not Python by itself</source>
        <translation>{line}행: 이 줄만으로는 파이썬 문법에 맞지 않습니다</translation>
    </message>
    <message>
        <source>Line {line}: the recording is full after {count:,} values; it ends here.</source>
        <translation>{line}행: 값 {count:,}개에서 기록이 가득 차 여기서 끝납니다.</translation>
    </message>
    <message>
        <source>`predict` should give a row of numbers for each sample, of shape ({rows}, …)</source>
        <translation>`predict`는 데이터마다 숫자 한 행을, 곧 형상이 ({rows}, …)인 배열을 돌려줘야 합니다</translation>
    </message>
    <message>
        <source>`gradient` gives no gradient for {name}</source>
        <translation>`gradient`가 {name}의 기울기를 돌려주지 않습니다</translation>
    </message>
    <message>
        <source>there is no class {name} in it</source>
        <translation>이 파일에 없는 클래스: {name}</translation>
    </message>
    <message>
        <source>the kept {name} has shape {shape}; the network of the code has another one</source>
        <translation>보관된 {name}의 형상은 {shape}인데 코드의 신경망에서는 다릅니다</translation>
    </message>
    <message>
        <source>`loss` gives no number</source>
        <translation>`loss`가 숫자를 돌려주지 않습니다</translation>
    </message>
    <message>
        <source>{case} gives {got}; it should be {wanted}.</source>
        <translation>{case} → {got}. 맞는 값: {wanted}.</translation>
    </message>
    <message>
        <source>code is {value!r}; expected an object with name, text and sha256, all texts</source>
        <translation>code가 {value!r}입니다. name, text, sha256이 모두 텍스트인 객체여야 합니다</translation>
    </message>
    <message>
        <source>code.sha256 is not the hash of code.text; the document was changed</source>
        <translation>code.sha256이 code.text의 해시가 아닙니다. 문서가 바뀌었습니다</translation>
    </message>
    <message>
        <source>the code has {letters:,} letters; a document keeps {most:,} at most, so take a part of it</source>
        <translation>코드가 {letters:,}자입니다. 문서에는 {most:,}자까지 담으니 일부만 가져오세요</translation>
    </message>
    <message>
        <source>there was no answer</source>
        <translation>대답이 없습니다</translation>
    </message>
    <message>
        <source>{name} needs {argument}, and it is not known what to give; write a default value for it</source>
        <translation>{name}에는 {argument} 인수가 필요한데 무엇을 주어야 할지 알 수 없습니다. 기본값을 적어 주세요</translation>
    </message>
    <message>
        <source>The network learned with it: {accuracy}% on the test data.</source>
        <translation>이 코드로 신경망이 학습했습니다. 시험 데이터 정확도 {accuracy}%.</translation>
    </message>
    <message>
        <source>The network reads {accuracy}% of the test data with it; {least}% are wanted.</source>
        <translation>이 코드로는 신경망이 시험 데이터의 {accuracy}%를 읽습니다. 목표는 {least}%입니다.</translation>
    </message>
    <message>
        <source>the network trained, but its accuracy is no number from 0 to 1</source>
        <translation>신경망은 학습했지만 정확도가 0에서 1 사이의 숫자가 아닙니다</translation>
    </message>
    <message>
        <source>network is {name!r}; choose &apos;shipped&apos;, &apos;mine&apos;, &apos;last&apos; or &apos;&apos; for nobody</source>
        <translation>network가 {name!r}입니다. &apos;shipped&apos;, &apos;mine&apos;, &apos;last&apos; 가운데 하나나, 비교하지 않으려면 &apos;&apos;를 고르세요</translation>
    </message>
    <message>
        <source>face is {face!r}; choose one of {known}</source>
        <translation>face: {face!r}입니다. 다음 가운데 하나를 고르세요: {known}</translation>
    </message>
    <message>
        <source>{name} gets samples of shape {shape}, and its code was recorded on rows: put a Flatten before it.</source>
        <translation>{name}: 형상이 {shape}인 데이터를 받지만 코드는 행으로 기록했습니다. 앞에 Flatten을 넣으세요.</translation>
    </message>
    <message>
        <source>The source of {name} cannot be read: {reason}</source>
        <translation>{name}의 소스를 읽을 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>The source of {name} does not define it.</source>
        <translation>{name}의 소스에 그 클래스의 정의가 없습니다.</translation>
    </message>
    <message>
        <source>{file} imports {module}, which a program on NumPy alone has not; write what {name} needs of it into the file, and use it in the network again.</source>
        <translation>NumPy만 쓰는 프로그램에 없는 모듈을 임포트합니다({file}: {module}). 이 클래스({name}) 코드에 필요한 내용을 파일 안에 직접 쓴 다음 신경망에 다시 넣으세요.</translation>
    </message>
    <message>
        <source>{name} leans on what its file does not say: {notes}</source>
        <translation>{name}: 파일에 없는 것에 기대고 있습니다. {notes}</translation>
    </message>
    <message>
        <source>`backward` must leave the gradient of {name} as `self.d{name}`, as in the book.</source>
        <translation>`backward`는 책에서처럼 {name}의 기울기를 `self.d{name}`에 남겨야 합니다.</translation>
    </message>
    <message>
        <source>On other data ({samples} samples) `{method}` gives other numbers than the steps that were recorded: something in it depends on the values, on the number of samples or on what was before.</source>
        <translation>다른 데이터({samples}개)로 해 보니 `{method}` 결과가 기록한 단계의 결과와 다릅니다. 값이나 데이터 수, 또는 앞선 계산에 따라 달라지는 부분이 있습니다.</translation>
    </message>
    <message>
        <source>what is returned has not one row for each sample</source>
        <translation>반환값이 데이터마다 한 행인 형상이 아닙니다</translation>
    </message>
    <message>
        <source>an array that does not come from x is no part of a graph</source>
        <translation>x에서 나오지 않은 배열은 그래프에 넣을 수 없습니다</translation>
    </message>
    <message>
        <source>which way the code goes depends on the values; a graph always goes the same way</source>
        <translation>값에 따라 실행되는 길이 달라집니다. 그래프는 늘 같은 길로만 갑니다</translation>
    </message>
    <message>
        <source>{reason}.</source>
        <translation>{reason}.</translation>
    </message>
    <message>
        <source>Of a text of more than {most:,} characters no layer is made.</source>
        <translation>{most:,}자가 넘는 소스로는 계층을 만들지 않습니다.</translation>
    </message>
    <message>
        <source>{name} is not defined in this text.</source>
        <translation>이 소스에 정의가 없습니다: {name}.</translation>
    </message>
    <message>
        <source>{name} is no layer of one input; only such a class can stand in a network.</source>
        <translation>{name}: 입력이 하나인 계층이 아닙니다. 그런 클래스만 신경망에 넣을 수 있습니다.</translation>
    </message>
    <message>
        <source>{name} cannot be checked; only what is right can stand in the network.</source>
        <translation>{name}: 검사할 수 없습니다. 맞는 클래스만 신경망에 넣을 수 있습니다.</translation>
    </message>
    <message>
        <source>{name} is not right yet.</source>
        <translation>{name}: 아직 맞지 않습니다.</translation>
    </message>
    <message>
        <source>What {name} computes is too much to follow.</source>
        <translation>{name}: 계산이 너무 많아 따라갈 수 없습니다.</translation>
    </message>
    <message>
        <source>It takes more than {most} steps: too many for a layer.</source>
        <translation>{most}단계가 넘어 계층으로 만들기에는 너무 많습니다.</translation>
    </message>
    <message>
        <source>{operation} has no counterpart among the circles of a graph</source>
        <translation>계산 그래프의 노드에 없는 연산입니다: {operation}</translation>
    </message>
    <message>
        <source>Line {line}: {reason}.</source>
        <translation>{line}행: {reason}.</translation>
    </message>
    <message>
        <source>it has {got:,} characters; at most {most:,} are read</source>
        <translation>{got:,}자입니다. {most:,}자까지만 읽습니다</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>JSON 객체가 아닙니다</translation>
    </message>
    <message>
        <source>its fields must be {fields}</source>
        <translation>필드는 다음과 같아야 합니다: {fields}</translation>
    </message>
    <message>
        <source>{name!r} is no name of a class</source>
        <translation>클래스 이름이 아닙니다: {name!r}</translation>
    </message>
    <message>
        <source>{file!r} is no name of a file</source>
        <translation>파일 이름이 아닙니다: {file!r}</translation>
    </message>
    <message>
        <source>its source is not the one that its hash was taken of</source>
        <translation>소스가 해시를 계산한 소스와 다릅니다</translation>
    </message>
    <message>
        <source>what comes out has not as many numbers as there are inputs or neurons</source>
        <translation>나오는 값의 수가 입력의 수도 뉴런의 수도 아닙니다</translation>
    </message>
    <message>
        <source>this is no recorded layer: {reason}</source>
        <translation>기록한 계층이 아닙니다: {reason}</translation>
    </message>
    <message>
        <source>{field} is no text</source>
        <translation>텍스트가 아닙니다: {field}</translation>
    </message>
    <message>
        <source>its parameters are at most {most}, by their names</source>
        <translation>매개변수는 이름과 함께 최대 {most}개입니다</translation>
    </message>
    <message>
        <source>the parameter {key!r} has no shape of D and M</source>
        <translation>매개변수 {key!r}: D와 M으로 된 형상이 없습니다</translation>
    </message>
    <message>
        <source>a layer with neurons is made with W and b, in this order</source>
        <translation>뉴런이 있는 계층은 W, b의 순서로 받아 생성해야 합니다</translation>
    </message>
    <message>
        <source>a parameter has not one number for each input</source>
        <translation>매개변수의 원소 수가 입력의 수와 다릅니다</translation>
    </message>
    <message>
        <source>it has no list of 1 to {most} steps</source>
        <translation>1~{most}개의 단계로 된 리스트가 없습니다</translation>
    </message>
    <message>
        <source>what comes out is a mask, not a number</source>
        <translation>나오는 것이 수가 아니라 마스크입니다</translation>
    </message>
    <message>
        <source>nothing goes into it</source>
        <translation>들어가는 것이 없습니다</translation>
    </message>
    <message>
        <source>step {place} has no name</source>
        <translation>{place}번 단계: 이름이 없습니다</translation>
    </message>
    <message>
        <source>step {place} is {name!r}, which is no operation</source>
        <translation>{place}번 단계: 연산이 아닙니다({name!r})</translation>
    </message>
    <message>
        <source>step {place} works on {wanted} values</source>
        <translation>{place}번 단계: 값 {wanted}개를 받아야 합니다</translation>
    </message>
    <message>
        <source>step {place} works on {source!r}, which is no earlier step</source>
        <translation>{place}번 단계: 앞선 단계가 아닌 것을 받습니다({source!r})</translation>
    </message>
    <message>
        <source>step {place} takes step {source} for what it is not</source>
        <translation>{place}번 단계: {source}번 단계의 종류가 맞지 않습니다</translation>
    </message>
    <message>
        <source>the constant of step {place} is no number up to {most:g}</source>
        <translation>{place}번 단계: 상수가 {most:g} 이하의 수가 아닙니다</translation>
    </message>
    <message>
        <source>`{name}` is made anew in each `update`, and what it was is lost: keep it in `self.{name}`.</source>
        <translation>`update`를 부를 때마다 새로 만들어서 이전 값이 사라집니다: `{name}`. 다음 이름에 간직하세요: `self.{name}`.</translation>
    </message>
    <message>
        <source>{name} is right, and nothing is made of it: what flows through it is missing.</source>
        <translation>{name}: 값은 맞는데 쓰이지 않습니다. 이 값을 지나 흐르는 기울기가 빠졌습니다.</translation>
    </message>
    <message>
        <source>`{old}` makes a new array and gives it a name; `{new}` changes the one that the network has.</source>
        <translation>`{old}`: 새 배열을 만들어 이름만 붙입니다. `{new}`: 신경망이 가진 배열 자체를 바꿉니다.</translation>
    </message>
    <message>
        <source>The learning rate is too large: with {new} the loss falls, with {old} it does not.</source>
        <translation>학습률이 너무 큽니다. {new}에서는 손실이 줄고 {old}에서는 줄지 않습니다.</translation>
    </message>
    <message>
        <source>The inputs go up to 255: with normalize=True they go from 0 to 1, and the loss falls.</source>
        <translation>입력이 255까지 갑니다. normalize=True로 하면 0에서 1 사이가 되고 손실이 줄어듭니다.</translation>
    </message>
    <message>
        <source>`{old}` are not the labels of `{samples}`: `{new}` are.</source>
        <translation>`{samples}`의 레이블은 `{old}`: 아닙니다. `{new}`: 맞습니다.</translation>
    </message>
    <message>
        <source>`{old}` is no whole number: `{new}` is.</source>
        <translation>`{old}`: 정수가 아닙니다. `{new}`: 정수입니다.</translation>
    </message>
    <message>
        <source>Weights that begin at 0 remain alike: with {new} they begin as small random numbers.</source>
        <translation>0에서 시작한 가중치는 계속 서로 같습니다. 작은 난수에서 시작하게 하려면: {new}.</translation>
    </message>
    <message>
        <source>`{old}` is one and the same for all: `{new}` makes one for each.</source>
        <translation>`{old}` 하나를 모두가 함께 씁니다. `{new}`: 저마다 하나씩 만듭니다.</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>After {turns} iterations every parameter is as it was: nothing was changed where it is.</source>
        <translation>{turns}번 반복한 뒤에도 모든 매개변수가 그대로입니다. 제자리에서 바뀐 것이 없습니다.</translation>
    </message>
    <message>
        <source>After {turns} iterations {names} is as it was; the others have moved.</source>
        <translation>{turns}번 반복한 뒤에도 그대로인 매개변수: {names}. 나머지는 바뀌었습니다.</translation>
    </message>
    <message>
        <source>`params` moves and the loss does not: new arrays were put into it, and the layers still hold the old ones. `-=` changes them where they are.</source>
        <translation>`params`는 바뀌는데 손실은 그대로입니다. 새 배열을 넣었지만 계층은 옛 배열을 가지고 있습니다. `-=`를 쓰면 제자리에서 바뀝니다.</translation>
    </message>
    <message>
        <source>All weights begin alike: every neuron of a layer learns the same, and remains like its neighbours.</source>
        <translation>모든 가중치가 같은 값에서 시작합니다. 한 층의 뉴런이 모두 똑같이 배워서 언제까지나 서로 같습니다.</translation>
    </message>
    <message>
        <source>The loss is inf or nan in iteration {turn}.</source>
        <translation>{turn}번째 반복에서 손실이 inf나 nan이 됩니다.</translation>
    </message>
    <message>
        <source>It goes uphill: after {rises} of {asked} updates the loss of the same samples is larger than before; {first} became {last}.</source>
        <translation>오르막으로 갑니다. 갱신 {asked}번 가운데 {rises}번은 같은 데이터의 손실이 갱신 전보다 커졌습니다. 손실: {first} → {last}.</translation>
    </message>
    <message>
        <source>The loss grows from {first} to {last} in {turns} iterations.</source>
        <translation>{turns}번 반복하는 동안 손실이 커집니다: {first} → {last}.</translation>
    </message>
    <message>
        <source>The labels are not those of the samples: {x}[{row}] is learned as {said}, in {t} it is {true}.</source>
        <translation>레이블이 데이터와 맞지 않습니다. {x}[{row}]: 배우는 레이블은 {said}, {t}의 레이블은 {true}.</translation>
    </message>
    <message>
        <source>It learns from {name}: what is kept for the test must not be learned from.</source>
        <translation>배우는 데이터: {name}. 시험에 쓸 데이터로 배우면 안 됩니다.</translation>
    </message>
    <message>
        <source>Every iteration sees the same {size} samples: they are drawn once, before the loop.</source>
        <translation>반복할 때마다 같은 데이터 {size}개만 봅니다. 반복문 앞에서 한 번만 뽑았습니다.</translation>
    </message>
    <message>
        <source>Perhaps: the inputs go up to {largest}; load_mnist(normalize=True) gives 0 to 1, which rates and weights of the book are meant for.</source>
        <translation>아마도: 입력이 {largest}까지 갑니다. load_mnist(normalize=True)는 0에서 1 사이를 주고, 책의 학습률과 가중치는 거기에 맞춘 것입니다.</translation>
    </message>
    <message>
        <source>{name} is {value}: i % {name} is never 0 again. `//` gives whole numbers.</source>
        <translation>{name} = {value}: 다시는 i % {name} = 0이 되지 않습니다. `//`를 쓰면 정수가 됩니다.</translation>
    </message>
    <message>
        <source>{name} is {value}: i % {name} is 0 every {turns} iterations only, not once an epoch. `//` gives whole numbers.</source>
        <translation>{name} = {value}: i % {name} = 0인 것은 에폭마다가 아니라 {turns}번 반복할 때마다 한 번뿐입니다. `//`를 쓰면 정수가 됩니다.</translation>
    </message>
    <message>
        <source>Several networks have one optimizer, and it remembers the updates of all: they push each other. Each needs its own.</source>
        <translation>여러 신경망이 옵티마이저 하나를 함께 씁니다. 옵티마이저가 모두의 갱신을 기억해서 서로 밀게 됩니다. 저마다 하나씩 있어야 합니다.</translation>
    </message>
    <message>
        <source>The optimizer is made anew in every iteration, and what it remembers is lost.</source>
        <translation>반복할 때마다 옵티마이저를 새로 만들어서 기억한 값이 사라집니다.</translation>
    </message>
    <message>
        <source>The network is made anew in every iteration, and what it has learned is lost.</source>
        <translation>반복할 때마다 신경망을 새로 만들어서 배운 것이 사라집니다.</translation>
    </message>
    <message>
        <source>np.random.choice may draw a sample twice: in as many draws as there are samples 63% of them are seen. The book does it so; a permutation sees all.</source>
        <translation>np.random.choice는 같은 데이터를 두 번 뽑을 수 있습니다. 데이터 수만큼 뽑아도 63%만 봅니다. 책도 이렇게 합니다. 순열을 쓰면 모두 봅니다.</translation>
    </message>
    <message>
        <source>The loss that is kept here is that before the update; the book&apos;s is that of the same batch after it.</source>
        <translation>여기서 남기는 손실은 갱신하기 전 값입니다. 책에서는 같은 배치를 갱신한 뒤의 값을 남깁니다.</translation>
    </message>
    <message>
        <source>Perhaps: the loss is of {measured}, the gradient of {learned}.</source>
        <translation>아마도: 손실은 {measured}, 기울기는 {learned}에서 구합니다.</translation>
    </message>
    <message>
        <source>Perhaps: {t} are not the labels of {x}.</source>
        <translation>아마도: {x}의 레이블이 아닙니다: {t}.</translation>
    </message>
    <message>
        <source>Accuracy is measured on what was learned from only: that it is learned by heart is seen with x_test alone.</source>
        <translation>배운 데이터로만 정확도를 잽니다. 외우기만 했는지는 x_test로 재야 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Perhaps: {name} = {rate} is far from what is usual, 0.001 to 1.</source>
        <translation>아마도: {name} = {rate}, 흔히 쓰는 0.001~1에서 많이 벗어났습니다.</translation>
    </message>
    <message>
        <source>{network} was trained for {turns} iterations: the loss went from {first} to {last}.</source>
        <translation>{network}: {turns}번 반복해서 배웠습니다. 손실: {first} → {last}.</translation>
    </message>
    <message>
        <source>The training loop was run for {turns} iterations.</source>
        <translation>학습 반복문을 {turns}번 돌렸습니다.</translation>
    </message>
    <message>
        <source>It was ended after {turns} iterations; what stands behind the loop was not run.</source>
        <translation>{turns}번 반복한 뒤에 끝냈습니다. 반복문 뒤의 코드는 실행하지 않았습니다.</translation>
    </message>
    <message>
        <source>It was ended before its training loop was reached: what stands before it takes too long.</source>
        <translation>학습 반복문에 이르기 전에 끝냈습니다. 그 앞의 코드가 너무 오래 걸립니다.</translation>
    </message>
    <message>
        <source>It stands on {name}, which is not right yet.</source>
        <translation>바탕이 되는 {name}: 아직 맞지 않습니다.</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>아래쪽</translation>
    </message>
    <message>
        <source>upper</source>
        <translation>위쪽</translation>
    </message>
    <message>
        <source>the best {name} lies at the {end} edge of its range: widen it</source>
        <translation>가장 좋은 {name} 값이 범위의 {end} 끝에 있습니다. 범위를 넓히세요</translation>
    </message>
    <message>
        <source>the share to hold back is {share:g}; give one between 0 and 1</source>
        <translation>검증용으로 떼어 둘 비율이 {share:g}입니다. 0과 1 사이의 값을 주세요</translation>
    </message>
    <message>
        <source>{share:.0%} of {samples:,} training samples are {held:,}; hold back at least {fewest} to choose by, and leave some to learn from</source>
        <translation>훈련 데이터 {samples:,}개 중 {share:.0%}, 곧 {held:,}개를 떼어 두려 했습니다. 검증용으로 {fewest}개 이상을 떼어 두고, 학습할 데이터도 남겨 두세요</translation>
    </message>
    <message>
        <source>{text!r} varies nothing; write NAME=LOW..HIGH, NAME=LOW..HIGH:log or NAME=A,B,C</source>
        <translation>{text!r}에는 바꿀 것이 없습니다. 이름=최솟값..최댓값, 이름=최솟값..최댓값:log 또는 이름=A,B,C처럼 쓰세요</translation>
    </message>
    <message>
        <source>{name} has {count:,} values; give at most {most:,}</source>
        <translation>{name}의 값이 {count:,}개입니다. {most:,}개까지 줄 수 있습니다</translation>
    </message>
    <message>
        <source>{name}: the scale is {scale!r}; write :log or nothing</source>
        <translation>{name}: 눈금이 {scale!r}입니다. :log를 쓰거나 비워 두세요</translation>
    </message>
    <message>
        <source>{name} is no number, so it has no range; list its values: {name}=A,B</source>
        <translation>{name}: 수가 아니어서 범위가 없습니다. 값을 나열하세요: {name}=A,B</translation>
    </message>
    <message>
        <source>{name}: {low:g}..{high:g} runs downwards; give the low end first</source>
        <translation>{name}: {low:g}..{high:g}에서 두 끝이 뒤바뀌었습니다. 작은 값을 먼저 쓰세요</translation>
    </message>
    <message>
        <source>{name}: a log scale cannot begin at {low:g}; begin above 0</source>
        <translation>{name}: 로그 눈금은 {low:g}에서 시작할 수 없습니다. 0보다 큰 값에서 시작하세요</translation>
    </message>
    <message>
        <source>{count:,} trials; give 1 to {most:,}</source>
        <translation>시도가 {count:,}번입니다. 1번에서 {most:,}번까지 줄 수 있습니다</translation>
    </message>
    <message>
        <source>there is no setting {name!r}; known are {known}, optimizer.OPTION and LAYER.OPTION, such as optimizer.momentum and Dropout.ratio</source>
        <translation>설정 {name!r}: 그런 설정이 없습니다. 쓸 수 있는 설정: {known}, 그리고 optimizer.momentum, Dropout.ratio 같은 optimizer.옵션과 계층.옵션</translation>
    </message>
    <message>
        <source>hidden is {text!r}; give the neurons of each layer, such as 100 or 100x50, or 0</source>
        <translation>hidden이 {text!r}입니다. 100이나 100x50처럼 각 은닉층의 뉴런 수를 쓰거나, 은닉층이 없으면 0을 쓰세요</translation>
    </message>
    <message>
        <source>the network has no Affine layer: it has no hidden layers to choose</source>
        <translation>신경망에 Affine 계층이 없어 은닉층을 고를 수 없습니다</translation>
    </message>
    <message>
        <source>the network has no activation that could be another</source>
        <translation>신경망에 바꿀 활성화 함수가 없습니다</translation>
    </message>
    <message>
        <source>the network has no hidden layer that could be normalized</source>
        <translation>신경망에 정규화할 은닉층이 없습니다</translation>
    </message>
    <message>
        <source>the network has no {kind} layer, so {name} changes nothing; leave it out</source>
        <translation>신경망에 {kind} 계층이 없어 {name} 설정으로 바뀌는 것이 없습니다. 빼세요</translation>
    </message>
    <message>
        <source>Dask is not installed here; install it with: pip install &apos;nn-playground[distributed]&apos;</source>
        <translation>여기에는 Dask가 설치되어 있지 않습니다. 다음으로 설치하세요: pip install &apos;nn-playground[distributed]&apos;</translation>
    </message>
    <message>
        <source>no scheduler answers at {address}: {reason}; start one with `dask scheduler` or search without</source>
        <translation>{address}: 응답하는 스케줄러가 없습니다({reason}). `dask scheduler` 명령으로 시작하거나 스케줄러 없이 탐색하세요</translation>
    </message>
    <message>
        <source>the scheduler at {address} has no workers; start some: `dask worker {address}`</source>
        <translation>{address}의 스케줄러에 워커가 없습니다. 워커를 시작하세요: `dask worker {address}`</translation>
    </message>
    <message>
        <source>the workers have {theirs}, this program has {ours}: other bits would come out; install the same</source>
        <translation>워커에 설치된 것: {theirs}, 이 프로그램: {ours}. 서로 달라 결과의 비트가 달라집니다. 같은 것을 설치하세요</translation>
    </message>
    <message>
        <source>the scheduler at {address} went away</source>
        <translation>{address}의 스케줄러가 사라졌습니다</translation>
    </message>
    <message>
        <source>the scheduler at {address} does not answer: waiting for it; or cancel</source>
        <translation>{address}의 스케줄러가 응답하지 않아 기다리는 중입니다. 취소할 수도 있습니다</translation>
    </message>
    <message>
        <source>no worker at {address} any more: waiting; start one with `dask worker {address}`, or cancel</source>
        <translation>{address}에 워커가 하나도 남아 있지 않아 기다리는 중입니다. `dask worker {address}` 명령으로 하나를 시작하거나 취소하세요</translation>
    </message>
    <message>
        <source>{name} is too large for a search</source>
        <translation>{name}: 탐색 기록이라기에는 너무 큽니다</translation>
    </message>
    <message>
        <source>{name} is no search of this program</source>
        <translation>{name}: 이 프로그램의 탐색 기록이 아닙니다</translation>
    </message>
    <message>
        <source>{name} is no search of this program: {reason}</source>
        <translation>{name}: 이 프로그램의 탐색 기록이 아닙니다: {reason}</translation>
    </message>
    <message>
        <source>a filter of {height}x{width} has no pixel in its middle: &apos;same&apos; needs an odd height and width</source>
        <translation>{height}x{width} 필터에는 한가운데 픽셀이 없습니다. &apos;same&apos;을 쓰려면 높이와 너비를 홀수로 하세요</translation>
    </message>
    <message>
        <source>filters W have the shape (filters, channels, height, width), each at least 1, got {shape}</source>
        <translation>필터 W의 형상은 (필터 수, 채널 수, 높이, 너비)이고 각각 1 이상이어야 하는데 {shape} 형상을 받았습니다</translation>
    </message>
    <message>
        <source>{filters} filters need a bias each, b of shape ({filters},), got {shape}</source>
        <translation>필터가 {filters}개이면 편향도 필터마다 하나씩, 곧 b의 형상이 ({filters},)이어야 하는데 {shape} 형상을 받았습니다</translation>
    </message>
    <message>
        <source>a window of {size} with stride {stride} does not reach {below} rows and {right} columns at the edge of a picture of {picture}; change size, stride or padding, or let them be left out</source>
        <translation>크기 {size}, 스트라이드 {stride}인 윈도우가 {picture} 그림의 가장자리에서 {below}행과 {right}열에 닿지 않습니다. 크기나 스트라이드나 패딩을 바꾸거나, 남는 픽셀을 버리게 하세요</translation>
    </message>
    <message>
        <source>{layer} expects pictures of shape (N, {channels}, H, W), got {shape}; give such ones or build the layer for another input</source>
        <translation>{layer}: 형상 (N, {channels}, H, W)의 그림이 필요한데 받은 것의 형상은 {shape}입니다. 그런 그림을 넣거나 다른 입력에 맞게 계층을 만드세요</translation>
    </message>
    <message>
        <source>{layer} works on pictures of shape (channels, height, width), got {shape}; give the network such an input, for instance {example}</source>
        <translation>{layer}: 형상 (채널, 높이, 너비)의 그림에만 쓰는 계층인데 받은 것의 형상은 {shape}입니다. 신경망의 입력을 그런 형상으로 하세요. 예: {example}</translation>
    </message>
    <message>
        <source>{below} rows at the bottom and {right} columns at the right are left out: a window of {size} with stride {stride} does not reach them</source>
        <translation>아래 {below}행과 오른쪽 {right}열은 쓰이지 않습니다. 크기 {size}, 스트라이드 {stride}인 윈도우가 닿지 않기 때문입니다</translation>
    </message>
    <message>
        <source>method is {value!r}; choose one of {choices}</source>
        <translation>method가 {value!r}입니다. 다음 중에서 고르세요: {choices}</translation>
    </message>
    <message>
        <source>padding of {pad} around a window of {size} is too much: at most half of the window, so that it always sees a pixel</source>
        <translation>윈도우 {size}에 비해 패딩이 너무 큽니다: {pad}. 윈도우가 늘 픽셀을 보도록 윈도우 크기의 절반까지만 하세요</translation>
    </message>
    <message>
        <source>the filter is {filter} pixels and does not fit into a picture of {picture}{padded}; take a smaller filter or more padding</source>
        <translation>필터가 {filter} 픽셀이라 {picture} 그림에 들어가지 않습니다{padded}. 더 작은 필터를 쓰거나 패딩을 늘리세요</translation>
    </message>
    <message>
        <source> ({padded} with padding)</source>
        <translation> (패딩을 더하면 {padded})</translation>
    </message>
    <message>
        <source>col has shape {shape}; pictures of shape {pictures} with a filter of {filter} make {wanted}</source>
        <translation>col의 형상이 {shape}입니다. 형상 {pictures}의 그림과 {filter} 필터로 만들 형상: {wanted}</translation>
    </message>
    <message>
        <source>pictures have shape (N, C, H, W), got {shape}; reshape them so</source>
        <translation>그림의 형상은 (N, C, H, W)인데 받은 것의 형상은 {shape}입니다. 그렇게 reshape하세요</translation>
    </message>
    <message>
        <source>padding of {value} is more than any picture needs; give at most {most:,}</source>
        <translation>패딩 {value}: 어떤 그림에도 너무 큽니다. {most:,}까지로 하세요</translation>
    </message>
    <message>
        <source>size of the filter</source>
        <translation>필터의 크기</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>스트라이드</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>the {name} is {value}; give whole numbers of at least {least}</source>
        <translation>{name}: {value}입니다. {least} 이상의 정수로 하세요</translation>
    </message>
    <message>
        <source>{name} is no {kind}, it is an {right}</source>
        <translation>{name}: 종류가 다릅니다({kind}, 실제는 {right})</translation>
    </message>
    <message>
        <source>{name} is made with {argument}; only a class that is made with nothing but what it learns (W, b, gamma, beta) can stand in the network.</source>
        <translation>{name}: 생성할 때 인수가 필요합니다({argument}). 학습하는 매개변수(W, b, gamma, beta)만 받는 클래스를 신경망에 넣을 수 있습니다.</translation>
    </message>
    <message>
        <source>step {place} joins values of different widths</source>
        <translation>{place}번 단계: 폭이 다른 값을 합칩니다</translation>
    </message>
    <message>
        <source>The picture has {got} channels, the filter {expected}; they must be equal</source>
        <translation>그림의 채널은 {got}개인데 필터의 채널은 {expected}개입니다. 두 수가 같아야 합니다</translation>
    </message>
    <message>
        <source>The gradients have shape {got}, the outputs {expected}; they must be equal</source>
        <translation>기울기의 형상은 {got}인데 출력의 형상은 {expected}입니다. 두 형상이 같아야 합니다</translation>
    </message>
    <message>
        <source>The picture has {height} x {width} pixels; each side can be 1 to {most}</source>
        <translation>그림이 {height} x {width}픽셀입니다. 각 변은 1에서 {most}까지 됩니다</translation>
    </message>
    <message>
        <source>With pad = 1 it stops with {kind}: the border is not counted.</source>
        <translation>pad = 1이면 멈춥니다({kind}). 출력의 크기에 패딩을 세지 않았습니다.</translation>
    </message>
    <message>
        <source>With pad = 1 the size is {got}: the border is not counted.</source>
        <translation>pad = 1일 때 크기는 {got}: 패딩을 세지 않았습니다.</translation>
    </message>
    <message>
        <source>float32 goes in and float64 comes out, as with the book&apos;s im2col: twice the memory, and slower. `np.zeros` takes a dtype.</source>
        <translation>float32가 들어가고 float64가 나옵니다. 책의 im2col도 그렇습니다. 메모리를 두 배 쓰고 더 느립니다. `np.zeros`에 dtype을 줄 수 있습니다.</translation>
    </message>
    <message>
        <source>the script has no network with `predict` and `params` under a name of its own</source>
        <translation>스크립트에 `predict`와 `params`를 가진 신경망이 이름을 갖고 있지 않습니다</translation>
    </message>
    <message>
        <source>the script makes its network within its loop; run it again to let it read</source>
        <translation>스크립트가 신경망을 반복문 안에서 만듭니다. 읽게 하려면 다시 실행하세요</translation>
    </message>
    <message>
        <source>There is no sample; draw a digit, or choose another picture</source>
        <translation>데이터가 없습니다. 숫자를 그리거나 다른 그림을 고르세요</translation>
    </message>
    <message>
        <source>The sample has {count} numbers, which is no picture; choose another picture</source>
        <translation>데이터의 원소가 {count}개여서 그림이 되지 않습니다. 다른 그림을 고르세요</translation>
    </message>
    <message>
        <source>{name} is {value!r}; expected {kind}</source>
        <translation>{name}의 값이 {value!r}입니다. 있어야 할 값: {kind}</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>a list of at most {most:,} texts</source>
        <translation>최대 {most:,}개의 텍스트로 된 목록</translation>
    </message>
    <message>
        <source>{name} is longer than {most:,} bytes</source>
        <translation>{name}: {most:,}바이트보다 깁니다</translation>
    </message>
    <message>
        <source>an object with {known}</source>
        <translation>{known} 필드를 가진 객체</translation>
    </message>
    <message>
        <source>a number from 0 to {most:,}</source>
        <translation>0에서 {most:,} 사이의 숫자</translation>
    </message>
    <message>
        <source>numbers of at least 1</source>
        <translation>1 이상의 숫자</translation>
    </message>
    <message>
        <source>{name} must be 1 to {most:,} arrays of {numbers:,} numbers together at most</source>
        <translation>{name}: 배열은 1개에서 {most:,}개까지, 숫자는 모두 합해 {numbers:,}개까지여야 합니다</translation>
    </message>
    <message>
        <source>{name} holds no numbers</source>
        <translation>{name}에 숫자가 아닌 것이 들어 있습니다</translation>
    </message>
    <message>
        <source>{name} is no row of {count:,} numbers of float32</source>
        <translation>{name}: float32 숫자 {count:,}개로 된 한 줄이 아닙니다</translation>
    </message>
    <message>
        <source>{name} is no table of at most {most:,} rows</source>
        <translation>{name}: 최대 {most:,}행의 표가 아닙니다</translation>
    </message>
    <message>
        <source>{name} must be iterations in order, with shares from 0 to 1</source>
        <translation>{name}: 순서대로 늘어선 반복과 0에서 1 사이의 비율이어야 합니다</translation>
    </message>
    <message>
        <source>a whole number from 0 to {most:,}</source>
        <translation>0에서 {most:,} 사이의 정수</translation>
    </message>
    <message>
        <source>{name} is too large to be looked at here.</source>
        <translation>{name}: 너무 커서 여기에서는 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>{name} is {value}, which is no number.</source>
        <translation>{name}: {value}, 수가 아닙니다.</translation>
    </message>
    <message>
        <source>Perhaps: {name} has the other sign than the gradient of the loss.</source>
        <translation>아마도: {name}의 부호가 손실의 기울기와 반대입니다.</translation>
    </message>
    <message>
        <source>Perhaps: {name} is {times} times the gradient of the loss. Is the number of samples divided by once in both?</source>
        <translation>아마도: {name} = 손실의 기울기 × {times}. 두 곳 모두 데이터 수로 한 번씩 나누었나요?</translation>
    </message>
    <message>
        <source>Perhaps: {name} is not how {loss} changes with {parameter}.</source>
        <translation>아마도: {name}: {parameter}에 따른 {loss}의 변화와 다릅니다.</translation>
    </message>
    <message>
        <source>These are the weights in the book&apos;s repository: they tell {reached} of the 10,000 test images of MNIST right, not the {printed} that the book prints.</source>
        <translation>책의 저장소에 있는 가중치입니다. MNIST 시험 숫자 10,000장에 대한 정확도는 {reached}이며, 책에 적힌 값은 {printed}입니다.</translation>
    </message>
    <message>
        <source>is no square of at most {most} rows</source>
        <translation>{most}행까지의 정사각형이 아닙니다</translation>
    </message>
    <message>
        <source>is no matrix; expected rows of numbers that are equally long</source>
        <translation>행렬이 아닙니다. 길이가 같은 숫자 행들이 필요합니다</translation>
    </message>
    <message>
        <source>is {value}; expected {least} to {most}</source>
        <translation>값이 {value}입니다. {least}에서 {most}까지 됩니다</translation>
    </message>
    <message>
        <source>{name} is no text of at most {most:,} bytes</source>
        <translation>{name}: {most:,}바이트 이하의 텍스트가 아닙니다</translation>
    </message>
    <message>
        <source>{name} is no row of {count:,} numbers of {dtype}</source>
        <translation>{name}: {dtype} 형식의 수 {count:,}개가 아닙니다</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>there is no surface {name!r}; choose one of {known}</source>
        <translation>곡면 {name!r}: 그런 곡면이 없습니다. 다음에서 고르세요: {known}</translation>
    </message>
    <message>
        <source>the start is {start}; give two finite numbers</source>
        <translation>출발점: {start}. 유한한 수 두 개를 주세요</translation>
    </message>
    <message>
        <source>{steps:,} steps; give 1 to {most:,}</source>
        <translation>{steps:,}걸음입니다. 1에서 {most:,} 사이로 주세요</translation>
    </message>
    <message>
        <source>{count:,} optimizers; a race has 1 to {most}</source>
        <translation>최적화 기법이 {count:,}개입니다. 경주에는 1개에서 {most}개까지 나갑니다</translation>
    </message>
    <message>
        <source>{count:,} initial values; a race has 1 to {most}</source>
        <translation>초깃값이 {count:,}개입니다. 경주에는 1개에서 {most}개까지 나갑니다</translation>
    </message>
    <message>
        <source>a race file has one of {kinds}, and this one has not</source>
        <translation>경주 파일에는 다음 가운데 하나만 있어야 하는데 그렇지 않습니다: {kinds}</translation>
    </message>
    <message>
        <source>the race is not whole: {reason} is missing or no list</source>
        <translation>경주가 온전하지 않습니다. 없거나 리스트가 아닌 것: {reason}</translation>
    </message>
    <message>
        <source>the race is not readable: {reason}</source>
        <translation>경주를 읽을 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>a feature speaks of {name!r}; known are {known}</source>
        <translation>특징에 나오는 {name!r}: 모르는 이름입니다. 아는 것: {known}</translation>
    </message>
    <message>
        <source>the trials of a run are no list of at most {most:,}</source>
        <translation>실행 하나의 시도들은 최대 {most:,}개의 목록이어야 합니다</translation>
    </message>
    <message>
        <source>what came of a trial is not readable: {reason}</source>
        <translation>시도의 결과를 읽을 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>{name} has {size:,} bytes; a race file has at most {most:,}</source>
        <translation>{name}: {size:,}바이트입니다. 경주 파일은 {most:,}바이트까지입니다</translation>
    </message>
    <message>
        <source>{name} is a race of a person&apos;s own samples, which are in the document it is from</source>
        <translation>{name}: 직접 만든 데이터의 경주입니다. 그 데이터는 이 경주가 있던 문서에 있습니다</translation>
    </message>
    <message>
        <source>{name} is neither JSON nor TOML that can be read: {reason}</source>
        <translation>{name}: 읽을 수 있는 JSON도 TOML도 아닙니다: {reason}</translation>
    </message>
    <message>
        <source>{name} is no race; a race file has one of {kinds}</source>
        <translation>{name}: 경주가 아닙니다. 경주 파일에는 다음 가운데 하나가 있습니다: {kinds}</translation>
    </message>
    <message>
        <source>{name} has version {version!r}; this program reads {known}</source>
        <translation>{name}: 버전 {version!r}입니다. 이 프로그램이 읽는 버전: {known}</translation>
    </message>
    <message>
        <source>runs is no list of at most {most:,}</source>
        <translation>runs: 최대 {most:,}개짜리 리스트가 아닙니다</translation>
    </message>
    <message>
        <source>a trial has tried {settings}; this search varies {names}</source>
        <translation>한 시도가 시험한 설정: {settings}. 이 탐색이 바꾸는 설정: {names}</translation>
    </message>
    <message>
        <source>a run of the race holds no list of finishes</source>
        <translation>경주의 실행에 finishes 리스트가 없습니다</translation>
    </message>
    <message>
        <source>the seed of a run is {seed!r}; give a whole number</source>
        <translation>실행의 시드: {seed!r}. 정수를 주세요</translation>
    </message>
    <message>
        <source>what came of a contestant is not readable: {reason}</source>
        <translation>참가자의 결과를 읽을 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>a contestant is called {name!r}; give 1 to {most} letters</source>
        <translation>참가자 이름: {name!r}. 1자에서 {most}자까지 주세요</translation>
    </message>
    <message>
        <source>a contestant</source>
        <translation>참가자</translation>
    </message>
    <message>
        <source>the data of the race</source>
        <translation>경주의 데이터</translation>
    </message>
    <message>
        <source>the data of a race</source>
        <translation>경주의 데이터</translation>
    </message>
    <message>
        <source>the race</source>
        <translation>경주</translation>
    </message>
    <message>
        <source>two contestants are called {name!r}; give each its own name</source>
        <translation>이름이 {name!r}인 참가자가 둘입니다. 이름을 서로 다르게 하세요</translation>
    </message>
    <message>
        <source>the contestants cannot share one optimizer: it remembers a number for each weight of all of them, and their networks or optimizers differ; give each its own</source>
        <translation>참가자들은 옵티마이저 하나를 같이 쓸 수 없습니다. 옵티마이저는 가중치마다 수를 기억하는데 신경망이나 최적화 기법이 서로 다릅니다. 각자의 옵티마이저를 쓰게 하세요</translation>
    </message>
    <message>
        <source>the contestants share one optimizer: one that came later would push the others back in time</source>
        <translation>참가자들이 옵티마이저 하나를 같이 씁니다. 나중에 온 참가자는 다른 참가자의 지난 갱신을 바꾸게 됩니다</translation>
    </message>
    <message>
        <source>a race</source>
        <translation>경주</translation>
    </message>
    <message>
        <source>a race needs {name!r}, and this one has none</source>
        <translation>경주에 필요한 {name!r} 항목이 없습니다</translation>
    </message>
    <message>
        <source>contestants is {value!r}; give a list</source>
        <translation>contestants: {value!r}. 리스트를 주세요</translation>
    </message>
    <message>
        <source>nothing is varied; write what differs, such as optimizer=SGD,Adam</source>
        <translation>다른 것이 없습니다. optimizer=SGD,Adam처럼 무엇이 다른지 적으세요</translation>
    </message>
    <message>
        <source>{name}: a race needs single values; list them, such as {name}=0.01,0.1</source>
        <translation>{name}: 경주에는 값을 하나씩 적어야 합니다. {name}=0.01,0.1처럼 늘어놓으세요</translation>
    </message>
    <message>
        <source>{name} is named {count} times; list its values once: {name}=A,B</source>
        <translation>{name}: {count}번 적혀 있습니다. 값을 한 번에 늘어놓으세요: {name}=A,B</translation>
    </message>
    <message>
        <source>{name} takes {wanted:,} numbers, but a sample of {data} has {got:,}; choose other data or another network</source>
        <translation>{name}: 수 {wanted:,}개를 받지만 {data} 데이터에는 {got:,}개가 있습니다. 다른 데이터나 다른 신경망을 고르세요</translation>
    </message>
    <message>
        <source>{name} gives {got:,} numbers, but {data} has {wanted:,} to tell; choose other data or another network</source>
        <translation>{name}: 수 {got:,}개를 내지만 {data} 데이터가 구분하는 것은 {wanted:,}개입니다. 다른 데이터나 다른 신경망을 고르세요</translation>
    </message>
    <message>
        <source>a network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>there is no network {name!r}; choose one of {known}</source>
        <translation>신경망 {name!r}: 그런 신경망이 없습니다. 다음에서 고르세요: {known}</translation>
    </message>
    <message>
        <source>a network has inputs, hidden and outputs; give whole numbers, of hidden a list</source>
        <translation>신경망에는 inputs, hidden, outputs 항목이 있습니다. 정수를 주고 hidden에는 리스트를 주세요</translation>
    </message>
    <message>
        <source>the race has no contestants; add at least one</source>
        <translation>경주에 참가자가 없습니다. 적어도 하나를 넣으세요</translation>
    </message>
    <message>
        <source>{count:,} contestants; a race has {most} at the most</source>
        <translation>참가자가 {count:,}명입니다. 경주에는 {most}명까지 나갑니다</translation>
    </message>
    <message>
        <source>training is {value!r}; give an object with the settings</source>
        <translation>training: {value!r}. 설정이 담긴 객체를 주세요</translation>
    </message>
    <message>
        <source>training: {reason}</source>
        <translation>training: {reason}</translation>
    </message>
    <message>
        <source>{owner} is an object, got {type}</source>
        <translation>{owner}: 객체여야 하는데 {type}입니다</translation>
    </message>
    <message>
        <source>{owner} has no field {name!r}; its fields: {known}</source>
        <translation>{owner}: {name!r} 항목이 없습니다. 있는 항목: {known}</translation>
    </message>
    <message>
        <source>settings are an object, got {type}</source>
        <translation>settings: 객체여야 하는데 {type}입니다</translation>
    </message>
    <message>
        <source>{name} is {value!r}; give a number, a text, true or false</source>
        <translation>{name}: {value!r}. 수, 글, true, false 가운데 하나를 주세요</translation>
    </message>
    <message>
        <source>layer {layer} is no convolution; choose one of its layers with filters</source>
        <translation>층 {layer}: 합성곱 계층이 아닙니다. 필터가 있는 층을 고르세요</translation>
    </message>
    <message>
        <source>there is no filter {filter}; the layer has 0 to {last}</source>
        <translation>필터 {filter}: 없는 필터입니다. 이 층의 필터는 0부터 {last}까지입니다</translation>
    </message>
    <message>
        <source>NumPy</source>
        <translation>NumPy</translation>
    </message>
    <message>
        <source>the library that multiplies matrices</source>
        <translation>행렬을 곱하는 라이브러리</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>the number of threads that multiply</source>
        <translation>곱셈을 하는 스레드 수</translation>
    </message>
    <message>
        <source>the processor that its products are written for</source>
        <translation>곱셈 코드가 겨냥하는 프로세서</translation>
    </message>
    <message>
        <source>{what}: {then} then, {now} now</source>
        <translation>{what}: 그때 {then}, 지금 {now}</translation>
    </message>
    <message>
        <source>the data of this part of the way are not at hand</source>
        <translation>이 구간에서 쓴 데이터가 없습니다</translation>
    </message>
    <message>
        <source>the way is kept from iteration {first:,} on</source>
        <translation>반복 {first:,}번째부터 과정이 남아 있습니다</translation>
    </message>
    <message>
        <source>training has come to iteration {last:,}</source>
        <translation>학습은 반복 {last:,}번째까지 왔습니다</translation>
    </message>
    <message>
        <source>the data of then are not at hand</source>
        <translation>그때의 데이터가 없습니다</translation>
    </message>
    <message>
        <source>the data of the document are not those of this search; open its data, or begin a new one</source>
        <translation>문서의 데이터가 이 탐색의 데이터와 다릅니다. 그 데이터를 열거나 새로 탐색하세요</translation>
    </message>
    <message>
        <source>no room is left in {folder} for the next trial; make some, then go on</source>
        <translation>{folder}: 다음 시도를 적을 공간이 없습니다. 공간을 마련한 뒤 이어서 하세요</translation>
    </message>
    <message>
        <source>nothing is varied; add a setting first</source>
        <translation>바꾸어 볼 설정이 없습니다. 먼저 설정을 추가하세요</translation>
    </message>
    <message>
        <source>{name} is varied twice; give it once with all its values</source>
        <translation>{name}: 두 번 적혀 있습니다. 값을 모두 모아 한 번만 적으세요</translation>
    </message>
    <message>
        <source>{name} is the same for all trials; take it out of the search</source>
        <translation>{name}: 모든 시도에서 같은 설정입니다. 탐색에서 빼세요</translation>
    </message>
    <message>
        <source>{count:,} seeds; give 1 to {most:,}</source>
        <translation>시드 {count:,}개입니다. 1에서 {most:,}까지 적으세요</translation>
    </message>
    <message>
        <source>how is {how!r}; choose grid, random or halving</source>
        <translation>how: {how!r}입니다. grid, random, halving 중에서 고르세요</translation>
    </message>
    <message>
        <source>Only a race of networks becomes a program; save this one as .json.</source>
        <translation>신경망의 경주만 프로그램이 됩니다. 이것은 .json으로 저장하세요.</translation>
    </message>
    <message>
        <source>the data are others than those that were trained on then: training cannot be done again</source>
        <translation>그때 학습한 데이터와 다릅니다. 학습을 다시 할 수 없습니다</translation>
    </message>
    <message>
        <source>way is {value!r}; expected an object</source>
        <translation>way의 값은 {value!r}입니다. 객체여야 합니다</translation>
    </message>
    <message>
        <source>the way leads to run {number!r}, which is not there</source>
        <translation>학습 경로가 {number!r}번 학습으로 이어지는데, 그런 학습이 없습니다</translation>
    </message>
    <message>
        <source>the way has no part</source>
        <translation>학습 과정에 구간이 없습니다</translation>
    </message>
    <message>
        <source>the way goes on behind the document&apos;s own iteration</source>
        <translation>학습 과정이 문서의 반복 횟수보다 뒤까지 이어집니다</translation>
    </message>
    <message>
        <source>way holds {value!r}; expected an object</source>
        <translation>way의 값: {value!r}. 객체여야 합니다</translation>
    </message>
    <message>
        <source>the network of the way has more than {most:,} layers</source>
        <translation>학습 과정의 신경망에 층이 {most:,}개보다 많습니다</translation>
    </message>
    <message>
        <source>a part of the way has no checkpoint</source>
        <translation>학습 과정의 한 구간에 체크포인트가 없습니다</translation>
    </message>
    <message>
        <source>the way names checkpoint {number!r}, which is not there</source>
        <translation>학습 과정이 없는 체크포인트 {number!r}번을 가리킵니다</translation>
    </message>
    <message>
        <source>a checkpoint of the way has the iteration {number!r}</source>
        <translation>학습 과정의 체크포인트에 적힌 반복이 {number!r}입니다</translation>
    </message>
    <message>
        <source>the points of a part of the way are no numbers, or have no targets</source>
        <translation>학습 과정의 한 구간에 있는 점이 수가 아니거나 정답이 없습니다</translation>
    </message>
    <message>
        <source>the checkpoints of the way are not in their order</source>
        <translation>학습 과정의 체크포인트가 순서대로 있지 않습니다</translation>
    </message>
    <message>
        <source>after {turns:,} turns this loop has not come to an end</source>
        <translation>이 반복문은 {turns:,}번을 돌아도 끝나지 않습니다</translation>
    </message>
    <message>
        <source>after {seconds} s of processor time this has not come to an end</source>
        <translation>프로세서 시간 {seconds}초를 써도 끝나지 않습니다</translation>
    </message>
    <message>
        <source>the settings of a trial are {settings}; each is a number or a text</source>
        <translation>시도의 설정이 {settings}입니다. 설정은 모두 숫자나 글자여야 합니다</translation>
    </message>
    <message>
        <source>the memory of this machine does not suffice</source>
        <translation>이 컴퓨터의 메모리가 모자랍니다</translation>
    </message>
    <message>
        <source>the answers are to {before} and {now} samples; compare answers to the same ones</source>
        <translation>답의 데이터 수가 {before}개와 {now}개입니다. 같은 데이터에 대한 답을 비교하세요</translation>
    </message>
    <message>
        <source>samples cannot be disturbed by {kind!r}; choose {known}</source>
        <translation>{kind!r}: 데이터를 이렇게 바꿀 수 없습니다. 다음 가운데 고르세요: {known}</translation>
    </message>
    <message>
        <source>update {iteration} did not change {name}</source>
        <translation>{name}: {iteration}번째 갱신에서 바뀌지 않았습니다</translation>
    </message>
    <message>
        <source>{text} is a number; a condition compares, as in {text} &gt; 1</source>
        <translation>{text}: 수입니다. 조건은 {text} &gt; 1처럼 비교합니다</translation>
    </message>
    <message>
        <source>the race of the document is no text of at most {most:,} bytes</source>
        <translation>문서의 경주가 {most:,}바이트까지의 텍스트가 아닙니다</translation>
    </message>
    <message>
        <source>the search</source>
        <translation>탐색</translation>
    </message>
    <message>
        <source>a search varies nothing; name at least one setting, such as lr=1e-6..1e-2:log</source>
        <translation>탐색에서 바꾸는 설정이 없습니다. lr=1e-6..1e-2:log처럼 설정을 하나 이상 적으세요</translation>
    </message>
    <message>
        <source>invalid syntax</source>
        <translation>이렇게는 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>invalid syntax. Perhaps you forgot a comma?</source>
        <translation>이렇게는 쓸 수 없습니다. 쉼표를 빠뜨리지 않았나요?</translation>
    </message>
    <message>
        <source>invalid syntax. Maybe you meant &apos;==&apos; or &apos;:=&apos; instead of &apos;=&apos;?</source>
        <translation>이렇게는 쓸 수 없습니다. &apos;=&apos; 대신 &apos;==&apos; 또는 &apos;:=&apos;을 쓰려던 것이 아닌가요?</translation>
    </message>
    <message>
        <source>&apos;{bracket}&apos; was never closed</source>
        <translation>여는 괄호 &apos;{bracket}&apos;의 짝이 없습니다. 닫히지 않았습니다</translation>
    </message>
    <message>
        <source>unmatched &apos;{bracket}&apos;</source>
        <translation>닫는 괄호 &apos;{bracket}&apos;에 맞는 여는 괄호가 없습니다</translation>
    </message>
    <message>
        <source>closing parenthesis &apos;{closing}&apos; does not match opening parenthesis &apos;{opening}&apos; on line {line}</source>
        <translation>닫는 괄호 &apos;{closing}&apos;의 짝이 {line}행의 여는 괄호 &apos;{opening}&apos;에 맞지 않습니다</translation>
    </message>
    <message>
        <source>closing parenthesis &apos;{closing}&apos; does not match opening parenthesis &apos;{opening}&apos;</source>
        <translation>닫는 괄호 &apos;{closing}&apos;의 짝이 여는 괄호 &apos;{opening}&apos;에 맞지 않습니다</translation>
    </message>
    <message>
        <source>expected &apos;{sign}&apos;</source>
        <translation>여기에 &apos;{sign}&apos; 기호가 있어야 합니다</translation>
    </message>
    <message>
        <source>expecting &apos;{sign}&apos;</source>
        <translation>여기에 &apos;{sign}&apos; 기호가 있어야 합니다</translation>
    </message>
    <message>
        <source>expected &apos;else&apos; after &apos;if&apos; expression</source>
        <translation>if 식에는 뒤에 else가 있어야 합니다</translation>
    </message>
    <message>
        <source>expected &apos;except&apos; or &apos;finally&apos; block</source>
        <translation>try에는 except나 finally 블록이 있어야 합니다</translation>
    </message>
    <message>
        <source>expected one or more exception types</source>
        <translation>예외의 종류를 하나 이상 써야 합니다</translation>
    </message>
    <message>
        <source>multiple exception types must be parenthesized</source>
        <translation>예외의 종류가 여럿이면 괄호로 묶어야 합니다</translation>
    </message>
    <message>
        <source>default &apos;except:&apos; must be last</source>
        <translation>종류를 적지 않은 &apos;except:&apos;는 맨 뒤에 와야 합니다</translation>
    </message>
    <message>
        <source>&apos;in&apos; expected after for-loop variables</source>
        <translation>for의 변수 뒤에는 in이 있어야 합니다</translation>
    </message>
    <message>
        <source>&apos;:&apos; expected after dictionary key</source>
        <translation>딕셔너리의 키 뒤에는 &apos;:&apos;이 있어야 합니다</translation>
    </message>
    <message>
        <source>expression expected after dictionary key and &apos;:&apos;</source>
        <translation>딕셔너리의 키와 &apos;:&apos; 뒤에는 값이 있어야 합니다</translation>
    </message>
    <message>
        <source>expected default value expression</source>
        <translation>&apos;=&apos; 뒤에 기본값이 있어야 합니다</translation>
    </message>
    <message>
        <source>expected argument value expression</source>
        <translation>&apos;=&apos; 뒤에 인수의 값이 있어야 합니다</translation>
    </message>
    <message>
        <source>Expected one or more names after &apos;import&apos;</source>
        <translation>import 뒤에는 이름이 하나 이상 있어야 합니다</translation>
    </message>
    <message>
        <source>Did you mean to use &apos;from ... import ...&apos; instead?</source>
        <translation>&apos;from ... import ...&apos;를 쓰려던 것이 아닌가요?</translation>
    </message>
    <message>
        <source>trailing comma not allowed without surrounding parentheses</source>
        <translation>괄호로 묶지 않으면 끝에 쉼표를 둘 수 없습니다</translation>
    </message>
    <message>
        <source>unexpected EOF while parsing</source>
        <translation>문장이 끝나기 전에 파일이 끝났습니다</translation>
    </message>
    <message>
        <source>unexpected character after line continuation character</source>
        <translation>줄을 잇는 &apos;\&apos; 뒤에 다른 문자가 있습니다</translation>
    </message>
    <message>
        <source>unexpected indent</source>
        <translation>들여쓸 자리가 아닌데 들여썼습니다</translation>
    </message>
    <message>
        <source>unindent does not match any outer indentation level</source>
        <translation>들여쓰기가 바깥쪽의 어느 블록과도 맞지 않습니다</translation>
    </message>
    <message>
        <source>expected an indented block after &apos;{word}&apos; statement on line {line}</source>
        <translation>{line}행의 {word} 다음에는 들여쓴 블록이 있어야 합니다</translation>
    </message>
    <message>
        <source>expected an indented block after function definition on line {line}</source>
        <translation>{line}행의 함수 정의 다음에는 들여쓴 블록이 있어야 합니다</translation>
    </message>
    <message>
        <source>expected an indented block after class definition on line {line}</source>
        <translation>{line}행의 클래스 정의 다음에는 들여쓴 블록이 있어야 합니다</translation>
    </message>
    <message>
        <source>expected an indented block</source>
        <translation>여기에는 들여쓴 블록이 있어야 합니다</translation>
    </message>
    <message>
        <source>too many levels of indentation</source>
        <translation>들여쓰기가 너무 깊습니다</translation>
    </message>
    <message>
        <source>too many statically nested blocks</source>
        <translation>블록이 너무 여러 겹으로 들어 있습니다</translation>
    </message>
    <message>
        <source>too many nested parentheses</source>
        <translation>괄호가 너무 여러 겹으로 들어 있습니다</translation>
    </message>
    <message>
        <source>unterminated string literal (detected at line {line})</source>
        <translation>문자열을 닫는 따옴표가 없습니다 ({line}행에서 드러남)</translation>
    </message>
    <message>
        <source>unterminated triple-quoted string literal (detected at line {line})</source>
        <translation>문자열을 닫는 따옴표 세 개가 없습니다 ({line}행에서 드러남)</translation>
    </message>
    <message>
        <source>unterminated f-string literal (detected at line {line})</source>
        <translation>f-문자열을 닫는 따옴표가 없습니다 ({line}행에서 드러남)</translation>
    </message>
    <message>
        <source>unterminated triple-quoted f-string literal (detected at line {line})</source>
        <translation>f-문자열을 닫는 따옴표 세 개가 없습니다 ({line}행에서 드러남)</translation>
    </message>
    <message>
        <source>bytes can only contain ASCII literal characters</source>
        <translation>바이트열에는 ASCII 문자만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>cannot mix bytes and nonbytes literals</source>
        <translation>바이트열과 문자열은 이어 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>(unicode error) &apos;unicodeescape&apos; codec can&apos;t decode bytes in position {place}: {reason}</source>
        <translation>문자열 안의 &apos;\&apos; 뒤가 잘못되었습니다. 파일의 경로라면 앞에 r을 붙이세요 (위치 {place}: {reason})</translation>
    </message>
    <message>
        <source>invalid character &apos;{character}&apos; ({code})</source>
        <translation>코드에 쓸 수 없는 문자 &apos;{character}&apos; ({code})</translation>
    </message>
    <message>
        <source>invalid non-printable character {code}</source>
        <translation>보이지 않는 문자가 들어 있습니다 ({code})</translation>
    </message>
    <message>
        <source>invalid digit &apos;{digit}&apos; in {kind} literal</source>
        <translation>{kind} 수에 쓸 수 없는 숫자 &apos;{digit}&apos;</translation>
    </message>
    <message>
        <source>invalid {kind} literal</source>
        <translation>{kind} 수를 잘못 썼습니다</translation>
    </message>
    <message>
        <source>leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers</source>
        <translation>10진수는 0으로 시작할 수 없습니다. 8진수라면 앞에 0o를 붙이세요</translation>
    </message>
    <message>
        <source>f-string: {reason}</source>
        <translation>f-문자열: {reason}</translation>
    </message>
    <message>
        <source>unterminated string</source>
        <translation>문자열을 닫는 따옴표가 없습니다</translation>
    </message>
    <message>
        <source>empty expression not allowed</source>
        <translation>중괄호 안이 비어 있습니다</translation>
    </message>
    <message>
        <source>single &apos;{sign}&apos; is not allowed</source>
        <translation>&apos;{sign}&apos; 기호 하나만 쓸 수는 없습니다. 두 번 겹쳐 쓰세요</translation>
    </message>
    <message>
        <source>valid expression required before &apos;{sign}&apos;</source>
        <translation>&apos;{sign}&apos; 앞에 식이 있어야 합니다</translation>
    </message>
    <message>
        <source>expecting &apos;=&apos;, or &apos;!&apos;, or &apos;:&apos;, or &apos;{sign}&apos;</source>
        <translation>여기에 &apos;=&apos;, &apos;!&apos;, &apos;:&apos;, &apos;{sign}&apos; 중 하나가 있어야 합니다</translation>
    </message>
    <message>
        <source>expecting a valid expression after &apos;{sign}&apos;</source>
        <translation>&apos;{sign}&apos; 뒤에 식이 있어야 합니다</translation>
    </message>
    <message>
        <source>missing conversion character</source>
        <translation>&apos;!&apos; 뒤에 변환 문자가 없습니다</translation>
    </message>
    <message>
        <source>invalid conversion character: expected &apos;s&apos;, &apos;r&apos;, or &apos;a&apos;</source>
        <translation>&apos;!&apos; 뒤의 변환 문자는 &apos;s&apos;, &apos;r&apos;, &apos;a&apos; 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>invalid conversion character &apos;{character}&apos;: expected &apos;s&apos;, &apos;r&apos;, or &apos;a&apos;</source>
        <translation>변환 문자 &apos;{character}&apos;: &apos;s&apos;, &apos;r&apos;, &apos;a&apos; 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>lambda expressions are not allowed without parentheses</source>
        <translation>lambda는 괄호로 묶어야 합니다</translation>
    </message>
    <message>
        <source>f-string expression part cannot include a backslash</source>
        <translation>f-문자열의 식에는 &apos;\&apos;를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>f-string expression part cannot include &apos;#&apos;</source>
        <translation>f-문자열의 식에는 &apos;#&apos;을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>cannot assign to {what} here. Maybe you meant &apos;==&apos; instead of &apos;=&apos;?</source>
        <translation>여기서는 대입할 수 없습니다: {what}. &apos;=&apos; 대신 &apos;==&apos;을 쓰려던 것이 아닌가요?</translation>
    </message>
    <message>
        <source>cannot assign to {what}</source>
        <translation>대입할 수 없습니다: {what}</translation>
    </message>
    <message>
        <source>cannot delete {what}</source>
        <translation>del로 지울 수 없습니다: {what}</translation>
    </message>
    <message>
        <source>cannot use assignment expressions with {what}</source>
        <translation>&apos;:=&apos;으로 대입할 수 없습니다: {what}</translation>
    </message>
    <message>
        <source>&apos;{what}&apos; is an illegal expression for augmented assignment</source>
        <translation>&apos;+=&apos; 같은 대입을 할 수 없습니다: {what}</translation>
    </message>
    <message>
        <source>only single target (not {what}) can be annotated</source>
        <translation>형식은 이름 하나에만 적을 수 있습니다 (여기서는 {what})</translation>
    </message>
    <message>
        <source>illegal target for annotation</source>
        <translation>여기에는 형식을 적을 수 없습니다</translation>
    </message>
    <message>
        <source>multiple starred expressions in assignment</source>
        <translation>대입의 왼쪽에는 &apos;*&apos;를 하나만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>starred assignment target must be in a list or tuple</source>
        <translation>&apos;*&apos;에 대입하려면 리스트나 튜플 안이어야 합니다</translation>
    </message>
    <message>
        <source>can&apos;t use starred expression here</source>
        <translation>여기에는 &apos;*&apos;를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>cannot use starred expression here</source>
        <translation>여기에는 &apos;*&apos;를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Invalid star expression</source>
        <translation>&apos;*&apos;를 잘못 썼습니다</translation>
    </message>
    <message>
        <source>too many expressions in star-unpacking assignment</source>
        <translation>&apos;*&apos;가 있는 대입의 왼쪽에 이름이 너무 많습니다</translation>
    </message>
    <message>
        <source>assignment to yield expression not possible</source>
        <translation>yield 식에는 대입할 수 없습니다</translation>
    </message>
    <message>
        <source>dict unpacking cannot be used in dict comprehension</source>
        <translation>딕셔너리 컴프리헨션에는 &apos;**&apos;를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>iterable unpacking cannot be used in comprehension</source>
        <translation>컴프리헨션에는 &apos;*&apos;를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>expression cannot contain assignment, perhaps you meant &quot;==&quot;?</source>
        <translation>인수 안에서는 대입할 수 없습니다. &quot;==&quot;을 쓰려던 것이 아닌가요?</translation>
    </message>
    <message>
        <source>Missing parentheses in call to &apos;{name}&apos;. Did you mean {name}(...)?</source>
        <translation>&apos;{name}&apos; 호출에 괄호가 없습니다. {name}(...) 꼴로 쓰세요</translation>
    </message>
    <message>
        <source>Generator expression must be parenthesized</source>
        <translation>제너레이터 식은 괄호로 묶어야 합니다</translation>
    </message>
    <message>
        <source>positional argument follows keyword argument</source>
        <translation>이름을 붙인 인수 뒤에 이름 없는 인수가 있습니다</translation>
    </message>
    <message>
        <source>positional argument follows keyword argument unpacking</source>
        <translation>&apos;**&apos;로 푼 인수 뒤에 이름 없는 인수가 있습니다</translation>
    </message>
    <message>
        <source>keyword argument repeated: {name}</source>
        <translation>같은 인수를 두 번 넘겼습니다: {name}</translation>
    </message>
    <message>
        <source>duplicate argument &apos;{name}&apos; in function definition</source>
        <translation>함수 정의에 같은 매개변수가 두 번 있습니다: &apos;{name}&apos;</translation>
    </message>
    <message>
        <source>non-default argument follows default argument</source>
        <translation>기본값이 있는 매개변수 뒤에 기본값이 없는 것이 있습니다</translation>
    </message>
    <message>
        <source>parameter without a default follows parameter with a default</source>
        <translation>기본값이 있는 매개변수 뒤에 기본값이 없는 것이 있습니다</translation>
    </message>
    <message>
        <source>named arguments must follow bare *</source>
        <translation>&apos;*&apos; 하나만 쓰면 뒤에 매개변수가 더 있어야 합니다</translation>
    </message>
    <message>
        <source>* argument may appear only once</source>
        <translation>&apos;*&apos; 매개변수는 한 번만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>arguments cannot follow var-keyword argument</source>
        <translation>&apos;**&apos; 매개변수 뒤에는 다른 매개변수가 올 수 없습니다</translation>
    </message>
    <message>
        <source>var-keyword argument cannot have default value</source>
        <translation>&apos;**&apos; 매개변수에는 기본값을 줄 수 없습니다</translation>
    </message>
    <message>
        <source>var-positional argument cannot have default value</source>
        <translation>&apos;*&apos; 매개변수에는 기본값을 줄 수 없습니다</translation>
    </message>
    <message>
        <source>Function parameters cannot be parenthesized</source>
        <translation>함수의 매개변수는 괄호로 묶을 수 없습니다</translation>
    </message>
    <message>
        <source>Lambda expression parameters cannot be parenthesized</source>
        <translation>lambda의 매개변수는 괄호로 묶을 수 없습니다</translation>
    </message>
    <message>
        <source>did you forget parentheses around the comprehension target?</source>
        <translation>컴프리헨션의 앞부분을 괄호로 묶는 것을 잊지 않았나요?</translation>
    </message>
    <message>
        <source>&apos;not&apos; after an operator must be parenthesized</source>
        <translation>연산자 뒤의 not은 괄호로 묶어야 합니다</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; outside function</source>
        <translation>&apos;{word}&apos; 문이 함수 밖에 있습니다</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; outside async function</source>
        <translation>&apos;{word}&apos; 문이 async 함수 밖에 있습니다</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; inside async function</source>
        <translation>&apos;{word}&apos; 문이 async 함수 안에 있습니다</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; outside loop</source>
        <translation>&apos;{word}&apos; 문이 반복문 밖에 있습니다</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; not properly in loop</source>
        <translation>&apos;{word}&apos; 문이 반복문 밖에 있습니다</translation>
    </message>
    <message>
        <source>import * only allowed at module level</source>
        <translation>&apos;import *&apos;는 함수나 클래스 안에서 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>from __future__ imports must occur at the beginning of the file</source>
        <translation>&apos;from __future__ import&apos;는 파일의 맨 앞에 있어야 합니다</translation>
    </message>
    <message>
        <source>future feature {name} is not defined</source>
        <translation>__future__에 없는 이름: {name}</translation>
    </message>
    <message>
        <source>name &apos;{name}&apos; is parameter and {word}</source>
        <translation>&apos;{name}&apos;: 매개변수이면서 {word} 이름일 수는 없습니다</translation>
    </message>
    <message>
        <source>name &apos;{name}&apos; is assigned to before {word} declaration</source>
        <translation>&apos;{name}&apos;: {word} 선언보다 먼저 대입했습니다</translation>
    </message>
    <message>
        <source>name &apos;{name}&apos; is used prior to {word} declaration</source>
        <translation>&apos;{name}&apos;: {word} 선언보다 먼저 사용했습니다</translation>
    </message>
    <message>
        <source>name &apos;{name}&apos; is nonlocal and global</source>
        <translation>&apos;{name}&apos;: nonlocal이면서 global일 수는 없습니다</translation>
    </message>
    <message>
        <source>no binding for nonlocal &apos;{name}&apos; found</source>
        <translation>nonlocal &apos;{name}&apos;: 바깥 함수에 그런 이름이 없습니다</translation>
    </message>
    <message>
        <source>nonlocal declaration not allowed at module level</source>
        <translation>nonlocal은 함수 안에서만 선언할 수 있습니다</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>속성</translation>
    </message>
    <message>
        <source>await expression</source>
        <translation>await 식</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>비교식</translation>
    </message>
    <message>
        <source>conditional expression</source>
        <translation>조건식</translation>
    </message>
    <message>
        <source>decimal</source>
        <translation>10진</translation>
    </message>
    <message>
        <source>hexadecimal</source>
        <translation>16진</translation>
    </message>
    <message>
        <source>octal</source>
        <translation>8진</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>2진</translation>
    </message>
    <message>
        <source>imaginary</source>
        <translation>허</translation>
    </message>
    <message>
        <source>dict comprehension</source>
        <translation>딕셔너리 컴프리헨션</translation>
    </message>
    <message>
        <source>dict literal</source>
        <translation>딕셔너리</translation>
    </message>
    <message>
        <source>ellipsis</source>
        <translation>줄임표(...)</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>식</translation>
    </message>
    <message>
        <source>f-string expression</source>
        <translation>f-문자열</translation>
    </message>
    <message>
        <source>function call</source>
        <translation>함수 호출</translation>
    </message>
    <message>
        <source>generator expression</source>
        <translation>제너레이터 식</translation>
    </message>
    <message>
        <source>iterable argument unpacking</source>
        <translation>&apos;*&apos; 인수</translation>
    </message>
    <message>
        <source>keyword argument unpacking</source>
        <translation>&apos;**&apos; 인수</translation>
    </message>
    <message>
        <source>lambda</source>
        <translation>lambda</translation>
    </message>
    <message>
        <source>list</source>
        <translation>리스트</translation>
    </message>
    <message>
        <source>list comprehension</source>
        <translation>리스트 컴프리헨션</translation>
    </message>
    <message>
        <source>literal</source>
        <translation>상수</translation>
    </message>
    <message>
        <source>named expression</source>
        <translation>&apos;:=&apos; 식</translation>
    </message>
    <message>
        <source>set comprehension</source>
        <translation>집합 컴프리헨션</translation>
    </message>
    <message>
        <source>set display</source>
        <translation>집합</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>&apos;*&apos; 식</translation>
    </message>
    <message>
        <source>subscript</source>
        <translation>첨자</translation>
    </message>
    <message>
        <source>tuple</source>
        <translation>튜플</translation>
    </message>
    <message>
        <source>yield expression</source>
        <translation>yield 식</translation>
    </message>
    <message>
        <source>no process has begun to work within {seconds:g} seconds: each ended before; what they said stands in the terminal</source>
        <translation>{seconds:g}초 안에 일을 시작한 프로세스가 없습니다. 모두 그 전에 끝났습니다. 프로세스가 남긴 말은 터미널에 있습니다</translation>
    </message>
    <message>
        <source>a surface has {count:,} numbers; expected {side} rows of {side} places</source>
        <translation>출력 곡면에 수가 {count:,}개 있습니다. {side}x{side}칸을 채워야 합니다</translation>
    </message>
    <message>
        <source>the counts of a layer are no {bins} numbers from 0 on</source>
        <translation>층의 도수가 0 이상의 수 {bins}개가 아닙니다</translation>
    </message>
</context>
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
    <name>ActionHelp</name>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Read how it is done; after that the lesson can do it for you.</source>
        <translation>하는 방법을 읽습니다. 그다음에는 대신 해 달라고 할 수도 있습니다.</translation>
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
        <source>Take the last edit back</source>
        <translation>마지막 변경을 취소합니다</translation>
    </message>
    <message>
        <source>The program is still starting.</source>
        <translation>프로그램이 아직 시작하는 중입니다.</translation>
    </message>
    <message>
        <source>Training runs already.</source>
        <translation>이미 학습하고 있습니다.</translation>
    </message>
    <message>
        <source>Nothing is being trained.</source>
        <translation>지금은 학습하고 있지 않습니다.</translation>
    </message>
    <message>
        <source>There is no run to end.</source>
        <translation>끝낼 학습이 없습니다.</translation>
    </message>
    <message>
        <source>There is no edit to take back.</source>
        <translation>되돌릴 편집이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was undone.</source>
        <translation>되돌린 것이 없습니다.</translation>
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
        <source>&amp;Stop</source>
        <translation>중지(&amp;S)</translation>
    </message>
    <message>
        <source>Stop after this iteration; everything stays as it is seen, and Train goes on from there</source>
        <translation>이번 반복까지만 학습하고 멈춥니다. 보던 화면은 그대로이고, 학습을 누르면 여기서 이어 갑니다</translation>
    </message>
    <message>
        <source>End the run, also a paused one, and stepping; the next Train begins a new run</source>
        <translation>학습을(일시 정지한 것도) 끝내고, 단계별 실행도 끝냅니다. 다음에 학습을 누르면 새로 시작합니다</translation>
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
        <source>&amp;Full screen</source>
        <translation>전체 화면(&amp;F)</translation>
    </message>
    <message>
        <source>Use the whole screen, or go back to the window</source>
        <translation>화면 전체를 쓰거나 창으로 돌아갑니다</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>실습(&amp;L)</translation>
    </message>
    <message>
        <source>Short tasks with the book&apos;s own numbers, each opening in a ready state</source>
        <translation>책의 숫자로 해 보는 짧은 실습입니다. 준비된 상태에서 시작합니다</translation>
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
        <source>&amp;Search…</source>
        <translation>찾기(&amp;S)…</translation>
    </message>
    <message>
        <source>Find any command, panel, setting, layer or lesson by its name, in both languages</source>
        <translation>명령, 패널, 설정, 계층, 실습을 이름으로 찾습니다. 한국어로도 영어로도 찾을 수 있습니다</translation>
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
    <name>ActivationAbout</name>
    <message>
        <source>Values</source>
        <translation>출력 범위</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>쓰임</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>주의할 점</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>수의 한계</translation>
    </message>
    <message>
        <source>Straight lines only: no precision saturates or overflows.</source>
        <translation>직선으로만 되어 있어 어떤 정밀도에서도 포화나 오버플로가 없습니다.</translation>
    </message>
    <message>
        <source>y is exactly {value}</source>
        <translation>y가 정확히 {value}</translation>
    </message>
    <message>
        <source>y is exactly x</source>
        <translation>y가 정확히 x</translation>
    </message>
    <message>
        <source>the slope is exactly 0</source>
        <translation>미분이 정확히 0</translation>
    </message>
    <message>
        <source>a number in its formula overflows</source>
        <translation>식 안의 수가 오버플로</translation>
    </message>
    <message>
        <source>Found by asking the layer itself: from these numbers on, a computer&apos;s digits end before the function does.</source>
        <translation>층에 직접 물어 얻은 값입니다. 여기서부터는 함수보다 컴퓨터의 자릿수가 먼저 한계에 이릅니다.</translation>
    </message>
</context>
<context>
    <name>ActivationEdits</name>
    <message>
        <source>Set activation behind {layer}</source>
        <translation>{layer} 뒤의 활성화 함수 변경</translation>
    </message>
    <message>
        <source>Set activation of all hidden layers</source>
        <translation>모든 은닉층의 활성화 함수 변경</translation>
    </message>
    <message>
        <source>Set option of the activation behind {layer}</source>
        <translation>{layer} 뒤의 활성화 함수 설정 변경</translation>
    </message>
</context>
<context>
    <name>ActivationList</name>
    <message>
        <source>The weighted sum goes on as it is: this Affine layer and the next are as one.</source>
        <translation>가중합을 그대로 넘깁니다. 이 Affine 계층과 다음 계층이 한 층이나 다름없어집니다.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>All hidden</source>
        <translation>은닉층 모두</translation>
    </message>
    <message>
        <source>Activation of all hidden layers</source>
        <translation>모든 은닉층의 활성화 함수</translation>
    </message>
    <message>
        <source>Put the same activation behind every hidden layer. The weights stay. Empty while the layers have different ones.</source>
        <translation>모든 은닉층의 활성화 함수를 한꺼번에 바꿉니다. 가중치는 그대로입니다. 층마다 함수가 다르면 비어 있습니다.</translation>
    </message>
    <message>
        <source>Show the numbers that {layer} passes on, and the function they meet.</source>
        <translation>{layer} 계층이 넘기는 값과 그 값이 들어가는 함수를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Activation behind {layer}</source>
        <translation>{layer} 뒤의 활성화 함수</translation>
    </message>
    <message>
        <source>What becomes of each number that {layer} passes on.</source>
        <translation>{layer} 계층이 넘긴 값을 하나하나 변환하는 함수입니다.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Output activation: {activation}</source>
        <translation>출력층의 활성화 함수: {activation}</translation>
    </message>
    <message>
        <source>Click to have it explained.</source>
        <translation>누르면 설명이 나옵니다.</translation>
    </message>
</context>
<context>
    <name>ActivationPlotting</name>
    <message>
        <source>{functions}: {count} points</source>
        <translation>{functions}: 점 {count}개</translation>
    </message>
    <message>
        <source>{precision}: overflow</source>
        <translation>{precision}: 오버플로</translation>
    </message>
    <message>
        <source>{count} off ({dead} dead)</source>
        <translation>꺼짐 {count} (죽음 {dead})</translation>
    </message>
    <message>
        <source>{count} off</source>
        <translation>꺼짐 {count}</translation>
    </message>
    <message>
        <source>{count} working ({linear} linear)</source>
        <translation>작동 {count} (선형 {linear})</translation>
    </message>
    <message>
        <source>{count} saturated</source>
        <translation>포화 {count}</translation>
    </message>
    <message>
        <source>of {total} from {layer}</source>
        <translation>{layer} {total}개</translation>
    </message>
    <message>
        <source>{count} not finite</source>
        <translation>NaN·무한대 {count}</translation>
    </message>
</context>
<context>
    <name>ActivationTools</name>
    <message>
        <source>{functions}, {low} to {high}</source>
        <translation>{functions}, {low}~{high}</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Choose the functions that are plotted together.</source>
        <translation>함께 그릴 함수를 고릅니다.</translation>
    </message>
    <message>
        <source>Derivative</source>
        <translation>도함수</translation>
    </message>
    <message>
        <source>Plot the derivatives, too: paler and thinner, each in the colour of its function.</source>
        <translation>도함수도 그립니다. 함수와 같은 색이고 더 옅고 가는 선입니다.</translation>
    </message>
    <message>
        <source>Book&apos;s plots</source>
        <translation>책의 그래프</translation>
    </message>
    <message>
        <source>Plot a function as the book&apos;s chapter 3 does: x in steps of 0.1, and the same ends of both axes.</source>
        <translation>책의 3장처럼 함수를 그립니다. x는 0.1 간격이고 두 축의 끝도 책과 같습니다.</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Let the range hold every number of the sample that reaches the chosen place.</source>
        <translation>고른 자리에 들어오는 데이터의 값이 모두 보이도록 범위를 맞춥니다.</translation>
    </message>
    <message>
        <source>How to use the plot</source>
        <translation>그래프 다루기</translation>
    </message>
    <message>
        <source>Click in the plot, or drag the upright line, to move the point. Drag elsewhere to move the range, turn the wheel to zoom, double-click for the usual range.
Keys: ← → move the point, with Shift further, with Ctrl the range; + and − zoom; Home is the usual range; ↑ ↓ change the function.</source>
        <translation>그래프를 누르거나 세로선을 끌면 점이 움직입니다. 다른 곳을 끌면 범위가 움직이고, 휠로 확대하며, 두 번 누르면 보통 범위로 돌아갑니다.
키: ← → 점 이동, Shift와 함께 더 멀리, Ctrl과 함께 범위 이동. + − 확대와 축소, Home 보통 범위, ↑ ↓ 함수 바꾸기.</translation>
    </message>
</context>
<context>
    <name>ActivationsPanel</name>
    <message>
        <source>Activations</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>The sample&apos;s own numbers where they reach the function. Off: output and slope are exactly 0, no gradient goes back. Dead: off for each of a hundred training samples as well. Saturated: the slope is below a tenth of the steepest, little is learned. Linear: at least nine tenths of the steepest.</source>
        <translation>보고 있는 데이터의 값이 함수에 들어가는 자리입니다. 꺼짐: 출력과 미분이 모두 정확히 0이라 기울기가 돌아가지 않습니다. 죽음: 훈련 데이터 100개에서도 모두 꺼져 있습니다. 포화: 미분이 최댓값의 10분의 1보다 작아 거의 배우지 못합니다. 선형: 미분이 최댓값의 10분의 9 이상입니다.</translation>
    </message>
    <message>
        <source>How the sample meets the function</source>
        <translation>데이터가 함수에 들어가는 모습</translation>
    </message>
</context>
<context>
    <name>Again</name>
    <message>
        <source>Seeds are being tried already.</source>
        <translation>이미 다른 시드로 학습하고 있습니다.</translation>
    </message>
    <message>
        <source>It has been deleted.</source>
        <translation>지워진 학습입니다.</translation>
    </message>
    <message>
        <source>It was not trained yet.</source>
        <translation>아직 학습하지 않았습니다.</translation>
    </message>
    <message>
        <source>The data are still being loaded.</source>
        <translation>데이터를 불러오는 중입니다.</translation>
    </message>
    <message>
        <source>It learned from other data than those of the document: take its settings first.</source>
        <translation>문서와 다른 데이터로 학습한 것입니다. 먼저 그 설정을 가져오세요.</translation>
    </message>
    <message>
        <source>Seed {seed} came to nothing: {reason}.</source>
        <translation>시드 {seed}: 결과를 얻지 못했습니다 ({reason}).</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Recognised: {answer}, {share}</source>
        <translation>인식 결과: {answer}, {share}</translation>
    </message>
    <message>
        <source>Training began.</source>
        <translation>학습을 시작했습니다.</translation>
    </message>
    <message>
        <source>Training stopped at iteration {iteration:,}, loss {loss}.</source>
        <translation>학습이 멈췄습니다. 반복: {iteration:,}, 손실: {loss}.</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <translation>{count}단계 중 {number}단계: {name}</translation>
    </message>
</context>
<context>
    <name>AnswerBlock</name>
    <message>
        <source>No label</source>
        <translation>레이블 없음</translation>
    </message>
    <message>
        <source>Label {name}: wrong</source>
        <translation>레이블 {name}: 틀림</translation>
    </message>
    <message>
        <source>Label {name}: right</source>
        <translation>레이블 {name}: 맞음</translation>
    </message>
    <message>
        <source>who taught you that?</source>
        <translation>누가 가르쳐 주었나요?</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>No answer</source>
        <translation>답이 없습니다</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>아직 답이 없음</translation>
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
        <source>The class with the highest probability: what the network recognises.</source>
        <translation>확률이 가장 높은 클래스, 곧 신경망이 인식한 답입니다.</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>인식 결과</translation>
    </message>
    <message>
        <source>How sure the network is: the probability it gives to the recognised class.</source>
        <translation>신경망이 얼마나 확신하는지, 인식한 클래스에 준 확률로 나타냅니다.</translation>
    </message>
    <message>
        <source>The label t of the sample, and whether the network says the same.</source>
        <translation>데이터의 정답 레이블 t와, 신경망이 같은 답을 냈는지 알려 줍니다.</translation>
    </message>
    <message>
        <source>The second most probable class.</source>
        <translation>확률이 두 번째로 높은 클래스입니다.</translation>
    </message>
</context>
<context>
    <name>ApartTable</name>
    <message>
        <source>This one</source>
        <translation>이 신경망</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>상대 신경망</translation>
    </message>
    <message>
        <source>The shipped network was trained by a recipe of its own: only the network is compared.</source>
        <translation>기본 제공 신경망은 따로 정한 방법으로 학습했으므로 신경망만 비교합니다.</translation>
    </message>
    <message>
        <source>No setting differs, only the weights.</source>
        <translation>설정은 모두 같고 가중치만 다릅니다.</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>서로 다른 설정</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>서로 다른 설정</translation>
    </message>
</context>
<context>
    <name>ArchitectureEditing</name>
    <message>
        <source>Insert {name}</source>
        <translation>{name} 삽입</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} 제거</translation>
    </message>
    <message>
        <source>Move {name}</source>
        <translation>{name} 이동</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} 변경</translation>
    </message>
    <message>
        <source>Give {name} {units} neurons</source>
        <translation>{name} 뉴런 수 변경: {units}</translation>
    </message>
    <message>
        <source>Add a neuron to {name}</source>
        <translation>{name}에 뉴런 추가</translation>
    </message>
    <message>
        <source>Remove neuron {neuron} of {name}</source>
        <translation>{name}의 뉴런 {neuron} 제거</translation>
    </message>
    <message>
        <source>Prune filter {symbol}</source>
        <translation>필터 가지치기: {symbol}</translation>
    </message>
    <message>
        <source>Move neuron {neuron} of {name}</source>
        <translation>{name}의 뉴런 {neuron} 이동</translation>
    </message>
    <message>
        <source>Set the input shape</source>
        <translation>입력 형상 변경</translation>
    </message>
    <message>
        <source>Build {name}</source>
        <translation>{name} 만들기</translation>
    </message>
    <message>
        <source>The network stays as it was.</source>
        <translation>신경망은 그대로입니다.</translation>
    </message>
    <message>
        <source>Each sample of the data has {given} numbers; the network would take {taken}.</source>
        <translation>데이터는 수가 {given}개씩인데 이 신경망은 {taken}개를 받게 됩니다.</translation>
    </message>
    <message>
        <source>The last layer would give {given} numbers, but the data need {wanted}, one for each class or value: the last layer with neurons must have {wanted} of them.</source>
        <translation>마지막 층의 출력이 {given}개가 되는데, 데이터에는 클래스나 값마다 하나씩 {wanted}개가 필요합니다. 뉴런이 있는 마지막 층의 뉴런 수를 {wanted}개로 하세요.</translation>
    </message>
    <message>
        <source>Making the weights of the new network …</source>
        <translation>새 신경망의 가중치를 만드는 중입니다…</translation>
    </message>
    <message>
        <source>The network was changed meanwhile: the larger one was not put in its place.</source>
        <translation>그사이 신경망이 바뀌어 더 큰 신경망으로 바꾸지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>ArrangementMenu</name>
    <message>
        <source>Save arrangement</source>
        <translation>배치 저장</translation>
    </message>
    <message>
        <source>Name of the arrangement:</source>
        <translation>배치 이름:</translation>
    </message>
    <message>
        <source>As it came with the document, or from an earlier version of the program</source>
        <translation>문서에 들어 있던 배치, 또는 프로그램의 이전 버전에서 쓰던 배치</translation>
    </message>
    <message>
        <source>As sa&amp;ved</source>
        <translation>저장된 대로(&amp;V)</translation>
    </message>
    <message>
        <source>As it &amp;was</source>
        <translation>처음대로(&amp;W)</translation>
    </message>
    <message>
        <source>Forget what was changed in this arrangement</source>
        <translation>이 배치에서 바꾼 것을 지우고 처음 모습으로 돌립니다</translation>
    </message>
    <message>
        <source>Save arrangement &amp;as…</source>
        <translation>배치를 다른 이름으로 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>Keep what is shown under a name of your own</source>
        <translation>지금 모습을 직접 정한 이름으로 저장합니다</translation>
    </message>
    <message>
        <source>Forget this arrangement of your own; what is seen stays</source>
        <translation>직접 저장한 이 배치를 지웁니다. 보이는 것은 그대로입니다</translation>
    </message>
    <message>
        <source>Re&amp;move this arrangement</source>
        <translation>이 배치 지우기(&amp;M)</translation>
    </message>
    <message>
        <source>This arrangement is none of your own.</source>
        <translation>직접 저장한 배치가 아닙니다.</translation>
    </message>
    <message>
        <source>&amp;Arrangement</source>
        <translation>배치(&amp;A)</translation>
    </message>
    <message>
        <source>Arrangement</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Which panels stand where; each remembers your changes</source>
        <translation>어느 패널을 어디에 둘지 고릅니다. 배치마다 바꾼 것을 기억합니다</translation>
    </message>
    <message>
        <source>&amp;Draw and train</source>
        <translation>그리고 학습하기(&amp;D)</translation>
    </message>
    <message>
        <source>The input, the network, the settings, and the curves below them</source>
        <translation>입력, 신경망, 설정, 그리고 아래에 곡선</translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation>점(&amp;P)</translation>
    </message>
    <message>
        <source>The plane of points at half the width of the window</source>
        <translation>점을 찍는 평면을 창 너비의 절반으로</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>단계별 실행(&amp;S)</translation>
    </message>
    <message>
        <source>The debugger large, with the variables beside it</source>
        <translation>디버거를 크게, 옆에 변수</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>비교(&amp;C)</translation>
    </message>
    <message>
        <source>The curves large</source>
        <translation>곡선을 크게</translation>
    </message>
    <message>
        <source>P&amp;resent</source>
        <translation>발표(&amp;R)</translation>
    </message>
    <message>
        <source>Only what is in front now, in larger text on a light ground; again: back</source>
        <translation>지금 앞에 있는 것만 큰 글자와 밝은 화면으로 보여 줍니다. 다시 누르면 돌아갑니다</translation>
    </message>
</context>
<context>
    <name>AskRow</name>
    <message>
        <source>Training goes on: pause it to ask its past.</source>
        <translation>학습 중입니다. 과거를 물으려면 일시 정지하세요.</translation>
    </message>
    <message>
        <source>Look no further</source>
        <translation>그만 찾기</translation>
    </message>
    <message>
        <source>What was found of the past stays.</source>
        <translation>지금까지 찾은 과거는 남습니다.</translation>
    </message>
    <message>
        <source>Take the question away</source>
        <translation>질문 지우기</translation>
    </message>
    <message>
        <source>Take the line away</source>
        <translation>선 지우기</translation>
    </message>
    <message>
        <source>The watch stays in the Variables panel.</source>
        <translation>조사식은 변수 패널에 남습니다.</translation>
    </message>
    <message>
        <source>max(abs(W2)), or max(abs(W2)) &gt; 3</source>
        <translation>max(abs(W2)) 또는 max(abs(W2)) &gt; 3</translation>
    </message>
    <message>
        <source>Ask the training that led here, and press Enter. A number, such as max(abs(W2)) or mean(a1 &gt; 0), is drawn beside the loss at every iteration. Of a condition, such as max(abs(W2)) &gt; 3 or (loss &lt; 0.1) &amp; (epoch &gt; 2), the first iteration is found in which it held. Both are computed by training again, bit for bit.</source>
        <translation>여기까지 온 학습에 묻고 Enter를 누르세요. max(abs(W2))나 mean(a1 &gt; 0) 같은 수는 모든 반복의 값을 손실 옆에 그립니다. max(abs(W2)) &gt; 3이나 (loss &lt; 0.1) &amp; (epoch &gt; 2) 같은 조건은 처음 참이 된 반복을 찾습니다. 둘 다 같은 학습을 비트까지 똑같이 다시 해서 계산합니다.</translation>
    </message>
    <message>
        <source>Question to the past</source>
        <translation>과거에 묻기</translation>
    </message>
    <message>
        <source>Once true, stays true</source>
        <translation>참이 되면 계속 참</translation>
    </message>
    <message>
        <source>Look only between the two kept moments where it became true. That is much faster, and wrong where it was true for a while, long before.</source>
        <translation>보관된 두 시점 가운데 참으로 바뀐 사이만 찾습니다. 훨씬 빠르지만, 훨씬 전에 잠시 참이었던 적이 있다면 틀립니다.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>살펴보기</translation>
    </message>
    <message>
        <source>Look at that moment</source>
        <translation>그 시점 보기</translation>
    </message>
    <message>
        <source>All panels show the network as it was then.</source>
        <translation>모든 패널이 그때의 신경망을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Read all</source>
        <translation>모두 읽기</translation>
    </message>
    <message>
        <source>Read it in the other iterations, too, by training again. Beside training it is read as often as there is time.</source>
        <translation>다시 학습해 나머지 반복에서도 읽습니다. 학습 중에는 시간이 나는 만큼만 읽습니다.</translation>
    </message>
    <message>
        <source>Read it in every iteration</source>
        <translation>모든 반복에서 읽기</translation>
    </message>
    <message>
        <source>Step there</source>
        <translation>그곳에서 한 단계씩</translation>
    </message>
    <message>
        <source>All panels show that moment, and the debugger its iteration, where what holds is made.</source>
        <translation>모든 패널이 그 시점을, 디버거는 그 반복에서 조건이 성립하는 곳을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Its past is found by training again: {share:.0%}</source>
        <translation>다시 학습해 과거를 찾는 중: {share:.0%}</translation>
    </message>
    <message>
        <source>A number is drawn beside the loss; of a condition the first time is found.</source>
        <translation>수는 손실 옆에 그리고, 조건은 처음 성립한 때를 찾습니다.</translation>
    </message>
    <message>
        <source>There is no past yet: it is read while you train.</source>
        <translation>아직 과거가 없습니다. 학습하는 동안 읽습니다.</translation>
    </message>
    <message>
        <source>Blue, by the right axis: read in {count:,} of {all:,} iterations, straight between them.</source>
        <translation>파란 선, 오른쪽 축: 반복 {all:,}번 중 {count:,}번 읽었고 그 사이는 직선입니다.</translation>
    </message>
    <message>
        <source>Blue, by the right axis. A click on the line leads to that moment.</source>
        <translation>파란 선, 오른쪽 축. 선을 클릭하면 그 시점으로 갑니다.</translation>
    </message>
    <message>
        <source>It held in none of the iterations {first:,} to {last:,}.</source>
        <translation>반복 {first:,}~{last:,} 가운데 성립한 적이 없습니다.</translation>
    </message>
    <message>
        <source>Given up: not before iteration {first:,}. Enter looks on.</source>
        <translation>멈춤: 반복 {first:,} 전에는 성립하지 않았습니다. Enter로 계속 찾습니다.</translation>
    </message>
    <message>
        <source>Looking: not before iteration {first:,} ({share:.0%})</source>
        <translation>찾는 중: 반복 {first:,} 이후 ({share:.0%})</translation>
    </message>
    <message>
        <source>Looking: between iterations {first:,} and {latest:,} ({share:.0%})</source>
        <translation>찾는 중: 반복 {first:,}~{latest:,} 사이 ({share:.0%})</translation>
    </message>
    <message>
        <source>First in iteration {iteration:,}.</source>
        <translation>처음 성립: 반복 {iteration:,}.</translation>
    </message>
    <message>
        <source>If it stays true, once it is.</source>
        <translation>참이 된 뒤 계속 참이라면 그렇습니다.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>The past cannot be asked: {reason}.</source>
        <translation>과거에 물을 수 없습니다: {reason}.</translation>
    </message>
</context>
<context>
    <name>AstrayNote</name>
    <message>
        <source>You are looking at something other than what this lesson is about.</source>
        <translation>지금 보고 있는 것은 이 실습에서 다루는 데이터가 아닙니다.</translation>
    </message>
    <message>
        <source>Back to the lesson&apos;s sample</source>
        <translation>실습 데이터로 돌아가기</translation>
    </message>
    <message>
        <source>Look again at the network and the sample that the lesson speaks of.</source>
        <translation>실습에서 말하는 신경망과 데이터를 다시 봅니다.</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>Unsaved work could not be copied to a safe place ({reason}): save it soon.</source>
        <translation>저장하지 않은 작업을 안전한 곳에 복사하지 못했습니다 ({reason}). 곧 저장하세요.</translation>
    </message>
</context>
<context>
    <name>BatchLens</name>
    <message>
        <source>Whole batch</source>
        <translation>배치 전체</translation>
    </message>
    <message>
        <source>The step for all samples of the batch at once.</source>
        <translation>이 단계를 배치의 모든 데이터로 한꺼번에 계산한 것입니다.</translation>
    </message>
    <message>
        <source>One sample</source>
        <translation>데이터 하나</translation>
    </message>
    <message>
        <source>The step for one sample of the batch alone. Without the others there is no update.</source>
        <translation>이 단계를 배치의 데이터 하나로만 계산한 것입니다. 나머지 데이터가 없으므로 갱신은 없습니다.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>나란히</translation>
    </message>
    <message>
        <source>The same step for the batch and for one sample: see which axis softmax works along, what db adds up, and where N divides.</source>
        <translation>같은 단계를 배치와 데이터 하나로 나란히 보여 줍니다. 소프트맥스가 어느 축에서 작동하는지, db가 무엇을 더하는지, N으로 어디서 나누는지 비교해 보세요.</translation>
    </message>
    <message>
        <source>Batch normalization needs several samples: one alone has no variance to be divided by.</source>
        <translation>배치 정규화에는 데이터가 여러 개 있어야 합니다. 하나만으로는 나눌 분산이 없습니다.</translation>
    </message>
    <message>
        <source>Batch lens</source>
        <translation>배치 렌즈</translation>
    </message>
    <message>
        <source>How much of the batch is looked at</source>
        <translation>배치를 얼마나 볼지 정합니다</translation>
    </message>
    <message>
        <source>Sample of the batch</source>
        <translation>배치의 데이터</translation>
    </message>
    <message>
        <source>Row of the batch that stands alone, from 0</source>
        <translation>따로 볼 배치의 행입니다. 0부터 셉니다</translation>
    </message>
</context>
<context>
    <name>Beginnings</name>
    <message>
        <source>The code you wrote with the book</source>
        <translation>책을 보며 직접 쓴 코드</translation>
    </message>
    <message>
        <source>Open your file, or type or paste a class here: Relu, Affine, SoftmaxWithLoss, an optimizer, a whole TwoLayerNet. It is checked against what the book means by it, and you are told whether it is right, which line is not, and in what way. You can step through it line by line, forwards and back, with the arrays beside the lines. Nothing runs before you say so.</source>
        <translation>파일을 열거나, Relu, Affine, SoftmaxWithLoss, 옵티마이저, TwoLayerNet 같은 클래스를 여기에 쓰거나 붙여 넣으세요. 책이 뜻하는 대로인지 검사하여 맞는지, 어느 줄이 틀렸는지, 어떻게 틀렸는지 알려 줍니다. 줄마다 배열을 보면서 한 줄씩 앞뒤로 따라갈 수 있습니다. 허락하기 전에는 아무것도 실행되지 않습니다.</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>파일 열기…</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>파일 열기</translation>
    </message>
    <message>
        <source>A Python file that you wrote; it is watched from then.</source>
        <translation>직접 쓴 파이썬 파일을 엽니다. 그때부터 파일의 변화를 지켜봅니다.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Begin with the text on the clipboard.</source>
        <translation>클립보드에 있는 텍스트로 시작합니다.</translation>
    </message>
    <message>
        <source>Empty page</source>
        <translation>빈 페이지</translation>
    </message>
    <message>
        <source>Begin to type.</source>
        <translation>처음부터 씁니다.</translation>
    </message>
    <message>
        <source>Course and exercises…</source>
        <translation>과정과 연습 문제…</translation>
    </message>
    <message>
        <source>Course and exercises</source>
        <translation>과정과 연습 문제</translation>
    </message>
    <message>
        <source>Build every class of the book yourself, in its order, or find the bug in programs that go wrong.</source>
        <translation>책의 클래스를 차례대로 모두 직접 만들거나, 잘못 돌아가는 프로그램에서 버그를 찾습니다.</translation>
    </message>
    <message>
        <source>Or build it yourself: a class of the book as an empty skeleton.</source>
        <translation>또는 직접 만들어 보세요. 책의 클래스를 빈 뼈대로 시작합니다.</translation>
    </message>
    <message>
        <source>An activation: forward and backward in four lines.</source>
        <translation>활성화 함수 하나: 순전파와 역전파가 네 줄입니다.</translation>
    </message>
    <message>
        <source>Softmax and the cross-entropy error as the last layer.</source>
        <translation>소프트맥스와 교차 엔트로피 오차를 합친 마지막 계층입니다.</translation>
    </message>
    <message>
        <source>A whole network with its loss and its gradients.</source>
        <translation>손실과 기울기를 갖춘 신경망 전체입니다.</translation>
    </message>
</context>
<context>
    <name>Branches</name>
    <message>
        <source>Go on from iteration {iteration:,}</source>
        <translation>반복 {iteration:,}번째에서 이어 가기</translation>
    </message>
    <message>
        <source>Undo brings back what you had.</source>
        <translation>실행 취소하면 전의 상태로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Nothing is kept of its past but its curves.</source>
        <translation>지난 과정은 곡선만 남아 있습니다.</translation>
    </message>
    <message>
        <source>Its past is compact already.</source>
        <translation>지난 과정을 이미 줄였습니다.</translation>
    </message>
    <message>
        <source>Compact the past of {run}</source>
        <translation>지난 과정 줄이기: {run}</translation>
    </message>
    <message>
        <source>Forget the past of {run}</source>
        <translation>지난 과정 지우기: {run}</translation>
    </message>
    <message>
        <source>It has been deleted.</source>
        <translation>삭제되었습니다.</translation>
    </message>
    <message>
        <source>It is the current run.</source>
        <translation>지금의 학습입니다.</translation>
    </message>
    <message>
        <source>It is one of several seeds: take its settings and weights back to go on with it.</source>
        <translation>시드만 다른 여러 학습 가운데 하나입니다. 이어 가려면 설정과 가중치를 가져오세요.</translation>
    </message>
    <message>
        <source>The document had no room for its weights: only its curves are there.</source>
        <translation>문서에 가중치를 둘 자리가 없어 곡선만 남아 있습니다.</translation>
    </message>
    <message>
        <source>Switch to {run}</source>
        <translation>전환: {run}</translation>
    </message>
</context>
<context>
    <name>BreakpointEditing</name>
    <message>
        <source>Add breakpoint</source>
        <translation>중단점 추가</translation>
    </message>
    <message>
        <source>Change breakpoint</source>
        <translation>중단점 변경</translation>
    </message>
    <message>
        <source>Switch breakpoint on</source>
        <translation>중단점 켜기</translation>
    </message>
    <message>
        <source>Switch breakpoint off</source>
        <translation>중단점 끄기</translation>
    </message>
    <message>
        <source>Remove breakpoint</source>
        <translation>중단점 제거</translation>
    </message>
</context>
<context>
    <name>BreakpointForm</name>
    <message>
        <source>And…</source>
        <translation>조건 추가…</translation>
    </message>
    <message>
        <source>Add a condition: the breakpoint stops when all of them hold at once.</source>
        <translation>조건을 더합니다. 중단점은 모든 조건이 한꺼번에 맞을 때 멈춥니다.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Close the form; every change is made already, and can be undone.</source>
        <translation>양식을 닫습니다. 바꾼 것은 이미 적용되었고 실행 취소할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>BreakpointList</name>
    <message>
        <source>This pass does not come through there.</source>
        <translation>이번 계산은 그 자리를 지나지 않습니다.</translation>
    </message>
    <message>
        <source>Double click or Enter goes there; F2 edits, Space switches it on and off, Delete removes it.</source>
        <translation>두 번 누르거나 Enter를 누르면 그곳으로 갑니다. F2로 고치고, Space로 켜고 끄고, Delete로 제거합니다.</translation>
    </message>
    <message>
        <source>Double click or F2 edits it; Space switches it on and off, Delete removes it.</source>
        <translation>두 번 누르거나 F2를 누르면 고칩니다. Space로 켜고 끄고, Delete로 제거합니다.</translation>
    </message>
    <message>
        <source>How often it held since the program was started: {hits:,} times.</source>
        <translation>프로그램을 시작한 뒤 조건이 맞은 횟수: {hits:,}번.</translation>
    </message>
    <message>
        <source>No breakpoints. With one, training stops before the update at which it holds. “+” adds one.</source>
        <translation>중단점이 없습니다. 중단점을 두면 조건이 맞는 갱신 직전에 학습이 멈춥니다. “+”로 추가합니다.</translation>
    </message>
    <message>
        <source>Breakpoints</source>
        <translation>중단점</translation>
    </message>
    <message>
        <source>Space switches a breakpoint on and off, F2 edits it, Delete removes it, Enter goes to a place.</source>
        <translation>Space로 중단점을 켜고 끄고, F2로 고치고, Delete로 제거하고, Enter로 그 자리로 갑니다.</translation>
    </message>
    <message>
        <source>Add a breakpoint</source>
        <translation>중단점을 추가합니다</translation>
    </message>
    <message>
        <source>Edit the breakpoint (F2)</source>
        <translation>중단점을 고칩니다 (F2)</translation>
    </message>
    <message>
        <source>Remove the breakpoint (Delete)</source>
        <translation>중단점을 제거합니다 (Delete)</translation>
    </message>
</context>
<context>
    <name>BreakpointOptions</name>
    <message>
        <source>Phase</source>
        <translation>과정</translation>
    </message>
    <message>
        <source>Part of the pass.</source>
        <translation>순전파, 손실, 역전파, 갱신 가운데 하나입니다.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>At which layer it stops.</source>
        <translation>어느 층에서 멈출지 정합니다.</translation>
    </message>
    <message>
        <source>Inside it</source>
        <translation>층 안</translation>
    </message>
    <message>
        <source>At which step inside the layer: the value that the step makes.</source>
        <translation>층 안의 어느 단계에서, 곧 그 단계의 어떤 값에서 멈출지 정합니다.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Which value, by the book&apos;s name.</source>
        <translation>어떤 값인지 책의 이름으로 고릅니다.</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>NaN (not a number), +Inf and -Inf (infinite), or any of them.</source>
        <translation>NaN(수가 아님), +Inf와 -Inf(무한대), 또는 그 모두입니다.</translation>
    </message>
    <message>
        <source>Of it</source>
        <translation>통계</translation>
    </message>
    <message>
        <source>What of the value is compared.</source>
        <translation>값의 무엇을 비교할지 정합니다.</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>On which side of the number it stops.</source>
        <translation>기준보다 큰지 작은지 정합니다.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>With what it is compared.</source>
        <translation>비교할 수입니다.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Which of its numbers, counted from 0: 0, 3 is row 0, column 3.</source>
        <translation>그 안의 어느 수인지 0부터 세어 정합니다. 0, 3은 0행 3열입니다.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>From which share of the layer on it stops: 0.5 is half of it.</source>
        <translation>층에서 이 비율부터 멈춥니다. 0.5는 절반입니다.</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>How close to an end counts as saturated.</source>
        <translation>끝에서 얼마나 가까우면 포화로 볼지 정합니다.</translation>
    </message>
    <message>
        <source>Vanished below</source>
        <translation>소실 기준</translation>
    </message>
    <message>
        <source>Stop when the gradient&apos;s norm over the weights&apos; norm is smaller.</source>
        <translation>기울기의 노름을 가중치의 노름으로 나눈 값이 이보다 작으면 멈춥니다.</translation>
    </message>
    <message>
        <source>Exploded above</source>
        <translation>폭발 기준</translation>
    </message>
    <message>
        <source>Stop when the gradient&apos;s norm over the weights&apos; norm is larger.</source>
        <translation>기울기의 노름을 가중치의 노름으로 나눈 값이 이보다 크면 멈춥니다.</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>배수</translation>
    </message>
    <message>
        <source>How many times the loss of the iteration before.</source>
        <translation>직전 반복의 손실보다 몇 배 커지면 멈출지 정합니다.</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>반복 횟수</translation>
    </message>
    <message>
        <source>For how many iterations.</source>
        <translation>몇 번 반복하는 동안인지 정합니다.</translation>
    </message>
    <message>
        <source>May move by</source>
        <translation>허용 변화</translation>
    </message>
    <message>
        <source>How much the loss may move, as a share of itself.</source>
        <translation>손실이 움직여도 되는 폭을 손실에 대한 비율로 정합니다.</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>식</translation>
    </message>
    <message>
        <source>Arithmetic over values by the book&apos;s names: max(abs(dW1)) &gt; 10, L &lt; 0.1, dead(z1) &gt; 0.5, (y[:, 3] &gt; 0.9).any().</source>
        <translation>책의 이름으로 쓴 계산입니다: max(abs(dW1)) &gt; 10, L &lt; 0.1, dead(z1) &gt; 0.5, (y[:, 3] &gt; 0.9).any().</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Only samples of this class; -1 for any.</source>
        <translation>이 클래스의 데이터만 봅니다. -1이면 모두입니다.</translation>
    </message>
    <message>
        <source>above</source>
        <translation>초과</translation>
    </message>
    <message>
        <source>below</source>
        <translation>미만</translation>
    </message>
    <message>
        <source>any</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>any value</source>
        <translation>모든 값</translation>
    </message>
    <message>
        <source>the whole layer</source>
        <translation>층 전체</translation>
    </message>
</context>
<context>
    <name>BreakpointWords</name>
    <message>
        <source>The pass comes through here.</source>
        <translation>계산이 이 자리를 지나갑니다.</translation>
    </message>
    <message>
        <source>{name}, {phase}.</source>
        <translation>{name}, {phase}.</translation>
    </message>
    <message>
        <source>{name}[{index}] is {number}.</source>
        <translation>{name}[{index}] 값: {number}.</translation>
    </message>
    <message>
        <source>{statistic} of {name} is {got:.4g}, above {number:g}.</source>
        <translation>{name}의 {statistic}: {got:.4g}. {number:g}보다 큽니다.</translation>
    </message>
    <message>
        <source>{statistic} of {name} is {got:.4g}, below {number:g}.</source>
        <translation>{name}의 {statistic}: {got:.4g}. {number:g}보다 작습니다.</translation>
    </message>
    <message>
        <source>{share:.0%} of the ReLUs of {name} give 0 for all {samples} samples.</source>
        <translation>{name}의 ReLU {share:.0%}: 데이터 {samples}개 모두에서 0을 냅니다.</translation>
    </message>
    <message>
        <source>{share:.0%} of {name} lie within {distance:g} of an end.</source>
        <translation>{name}의 {share:.0%}: 양 끝에서 {distance:g} 이내에 있습니다.</translation>
    </message>
    <message>
        <source>The norm of {name} is {ratio:.2g} times that of {weights}: it has vanished.</source>
        <translation>{name}의 노름은 {weights} 노름의 {ratio:.2g}배입니다. 기울기가 소실되었습니다.</translation>
    </message>
    <message>
        <source>The norm of {name} is {ratio:.2g} times that of {weights}: it has exploded.</source>
        <translation>{name}의 노름은 {weights} 노름의 {ratio:.2g}배입니다. 기울기가 폭발했습니다.</translation>
    </message>
    <message>
        <source>The loss jumped from {before:.4g} to {now:.4g}.</source>
        <translation>손실이 {before:.4g}에서 {now:.4g}까지 뛰었습니다.</translation>
    </message>
    <message>
        <source>The loss has stayed at {loss:.4g} for {iterations} iterations.</source>
        <translation>손실이 {iterations}회 반복하는 동안 {loss:.4g}에 머물렀습니다.</translation>
    </message>
    <message>
        <source>The probabilities of sample {row} add up to {total:.6g}, not to 1.</source>
        <translation>{row}번 데이터의 확률을 모두 더하면 1이 아니라 {total:.6g}입니다.</translation>
    </message>
    <message>
        <source>The gradients of sample {row}&apos;s scores add up to {total:.6g}, not to 0.</source>
        <translation>{row}번 데이터의 점수 기울기를 모두 더하면 0이 아니라 {total:.6g}입니다.</translation>
    </message>
    <message>
        <source>Sample {row} of the batch is of class {true}, but was taken for {said}.</source>
        <translation>배치의 {row}번 데이터: 정답 클래스는 {true}, 신경망의 답은 {said}입니다.</translation>
    </message>
    <message>
        <source>{name}[{index}] went from {before:.4g} to {now:.4g}, across {number:g}.</source>
        <translation>{name}[{index}]: {before:.4g}에서 {now:.4g}까지 바뀌며 {number:g} 값을 지났습니다.</translation>
    </message>
    <message>
        <source>{expression} holds.</source>
        <translation>참이 된 식: {expression}.</translation>
    </message>
    <message>
        <source>{expression} holds: {part} is {got:.4g}.</source>
        <translation>참이 된 식: {expression}. 지금 {part} = {got:.4g}.</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>A place of the pass</source>
        <translation>계산의 위치</translation>
    </message>
    <message>
        <source>Stop at a phase, a layer, or one value inside it.</source>
        <translation>순전파 같은 과정, 층, 또는 층 안의 값 하나에서 멈춥니다.</translation>
    </message>
    <message>
        <source>NaN or infinity</source>
        <translation>NaN 또는 무한대</translation>
    </message>
    <message>
        <source>Stop when a number is no longer finite: NaN or infinity.</source>
        <translation>NaN이나 무한대처럼 유한하지 않은 수가 나오면 멈춥니다.</translation>
    </message>
    <message>
        <source>A value beyond a limit</source>
        <translation>한계를 벗어난 값</translation>
    </message>
    <message>
        <source>Stop when the largest, smallest or mean number of a value lies beyond a limit.</source>
        <translation>어떤 값의 최댓값, 최솟값, 평균이 한계를 벗어나면 멈춥니다.</translation>
    </message>
    <message>
        <source>Dead ReLUs</source>
        <translation>죽은 ReLU</translation>
    </message>
    <message>
        <source>Stop when at least this share of a layer&apos;s ReLUs are dead: 0 for every sample, so they learn nothing.</source>
        <translation>한 층에서 죽은 ReLU의 비율이 정한 값 이상이면 멈춥니다. 모든 데이터에서 0을 내어 아무것도 배우지 못하는 뉴런입니다.</translation>
    </message>
    <message>
        <source>Saturated neurons</source>
        <translation>포화된 뉴런</translation>
    </message>
    <message>
        <source>Stop when at least this share of a sigmoid&apos;s or tanh&apos;s outputs lie at an end, where it is almost flat.</source>
        <translation>시그모이드나 tanh의 출력 중 거의 평평한 양 끝에 몰린 비율이 정한 값 이상이면 멈춥니다.</translation>
    </message>
    <message>
        <source>Vanished or exploded gradient</source>
        <translation>기울기 소실 또는 폭발</translation>
    </message>
    <message>
        <source>Stop when the gradient of a weight matrix, measured by the weights, has vanished or exploded.</source>
        <translation>가중치 행렬의 기울기가 가중치에 비해 너무 작거나(소실) 너무 크면(폭발) 멈춥니다.</translation>
    </message>
    <message>
        <source>Loss jumps</source>
        <translation>손실 급증</translation>
    </message>
    <message>
        <source>Stop when the loss is several times that of the iteration before.</source>
        <translation>손실이 앞 반복의 몇 배로 뛰면 멈춥니다.</translation>
    </message>
    <message>
        <source>Loss is stuck</source>
        <translation>손실 정체</translation>
    </message>
    <message>
        <source>Stop when the loss has hardly moved for some iterations.</source>
        <translation>몇 번 반복하는 동안 손실이 거의 움직이지 않으면 멈춥니다.</translation>
    </message>
    <message>
        <source>Probabilities do not add up</source>
        <translation>확률의 합이 1이 아님</translation>
    </message>
    <message>
        <source>Stop when the probabilities of a sample do not add up to 1.</source>
        <translation>데이터 하나의 확률을 모두 더해 1이 되지 않으면 멈춥니다.</translation>
    </message>
    <message>
        <source>Score gradients do not add up</source>
        <translation>점수 기울기의 합이 0이 아님</translation>
    </message>
    <message>
        <source>Stop when the gradients of a sample&apos;s scores do not add up to 0, as those of a softmax must.</source>
        <translation>데이터 하나의 점수 기울기를 모두 더해 0이 되지 않으면 멈춥니다. 소프트맥스라면 0이어야 합니다.</translation>
    </message>
    <message>
        <source>Wrong answer</source>
        <translation>오답</translation>
    </message>
    <message>
        <source>Stop when the network takes a sample for another class than it is.</source>
        <translation>신경망이 데이터를 다른 클래스로 잘못 판단하면 멈춥니다.</translation>
    </message>
    <message>
        <source>A number crosses a value</source>
        <translation>값을 지나는 수</translation>
    </message>
    <message>
        <source>Stop when one number crosses a value from one iteration to the next.</source>
        <translation>한 수가 다음 반복으로 넘어가며 어떤 값을 지나면 멈춥니다.</translation>
    </message>
    <message>
        <source>An expression</source>
        <translation>식</translation>
    </message>
    <message>
        <source>Stop when an expression of your own is true, everywhere where it is an array.</source>
        <translation>직접 쓴 식이 참일 때 멈춥니다. 배열이면 모든 원소가 참일 때입니다.</translation>
    </message>
    <message>
        <source>{statistic} of {name} {relation} {number:g}</source>
        <translation>{name}의 {statistic}: {number:g} {relation}</translation>
    </message>
    <message>
        <source>at least {share:.0%} of a layer&apos;s ReLUs dead</source>
        <translation>한 층의 ReLU가 {share:.0%} 이상 죽음</translation>
    </message>
    <message>
        <source>at least {share:.0%} of a sigmoid or tanh within {distance:g} of an end</source>
        <translation>시그모이드나 tanh의 {share:.0%} 이상이 양 끝에서 {distance:g} 이내</translation>
    </message>
    <message>
        <source>gradient less than {below:g} or more than {above:g} times its weights</source>
        <translation>기울기가 가중치의 {below:g}배 미만 또는 {above:g}배 초과</translation>
    </message>
    <message>
        <source>loss more than {factor:g} times the one before</source>
        <translation>손실이 직전의 {factor:g}배 초과</translation>
    </message>
    <message>
        <source>loss moves less than {tolerance:.3g} of itself in {iterations} iterations</source>
        <translation>{iterations}회 반복에 손실 변화가 {tolerance:.3g}배 미만</translation>
    </message>
    <message>
        <source>probabilities of a sample do not add up to 1</source>
        <translation>데이터 하나의 확률 합이 1이 아님</translation>
    </message>
    <message>
        <source>score gradients of a sample do not add up to 0</source>
        <translation>데이터 하나의 점수 기울기 합이 0이 아님</translation>
    </message>
    <message>
        <source>{name}[{index}] crosses {number:g}</source>
        <translation>{name}[{index}]: {number:g} 값을 지남</translation>
    </message>
    <message>
        <source>{expression}</source>
        <translation>{expression}</translation>
    </message>
    <message>
        <source>above</source>
        <translation>초과</translation>
    </message>
    <message>
        <source>below</source>
        <translation>미만</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first}, 그리고 {second}</translation>
    </message>
    <message>
        <source>every layer</source>
        <translation>모든 층</translation>
    </message>
    <message>
        <source>layer {layer} (this network has none)</source>
        <translation>{layer}번 층 (이 신경망에 없음)</translation>
    </message>
    <message>
        <source>{name} holds {which}</source>
        <translation>{name}에 {which} 있음</translation>
    </message>
    <message>
        <source>any value holds {which}</source>
        <translation>어느 값에든 {which} 있음</translation>
    </message>
    <message>
        <source>a sample taken for another class</source>
        <translation>다른 클래스로 판단한 데이터</translation>
    </message>
    <message>
        <source>a sample of class {label} taken for another</source>
        <translation>다른 클래스로 판단한 클래스 {label}의 데이터</translation>
    </message>
</context>
<context>
    <name>BuildingNotice</name>
    <message>
        <source>Making the new network …</source>
        <translation>새 신경망을 만드는 중입니다…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Keep the network as it is.</source>
        <translation>신경망을 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Making the new network</source>
        <translation>새 신경망을 만드는 중</translation>
    </message>
    <message>
        <source>A large network&apos;s weights are being copied and drawn; everything else works on.</source>
        <translation>큰 신경망의 가중치를 복사하고 그리는 중입니다. 다른 작업은 계속할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>CalibrationChart</name>
    <message>
        <source>Calibration</source>
        <translation>보정도</translation>
    </message>
    <message>
        <source>Of the answers that the network is so sure of (to the right), this share is right (upwards). On the dashed line it is right as often as it is sure; bars below it: too sure of itself. The number at a bar says how many answers it stands for.</source>
        <translation>가로축은 신경망이 자기 답을 얼마나 확신하는지, 세로축은 그런 답 가운데 실제로 맞은 비율입니다. 점선 위에서는 확신하는 만큼 맞습니다. 막대가 점선보다 낮으면 지나치게 확신하는 것입니다. 막대 위의 수는 그 막대에 든 답의 개수입니다.</translation>
    </message>
    <message>
        <source>sure {sure}: right {right} of {count:,}</source>
        <translation>확신 {sure}: {count:,}개 중 {right} 맞음</translation>
    </message>
    <message>
        <source>how sure it is</source>
        <translation>확신하는 정도</translation>
    </message>
    <message>
        <source>share that is right</source>
        <translation>맞은 비율</translation>
    </message>
    <message>
        <source>expected error {error}</source>
        <translation>기대 보정 오차 {error}</translation>
    </message>
</context>
<context>
    <name>CallForm</name>
    <message>
        <source>{shape}: type other numbers</source>
        <translation>{shape}: 다른 수를 써 보세요</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>The lines that let your class do something. np is there.</source>
        <translation>클래스를 움직이는 줄들입니다. np를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Run these lines, recorded.</source>
        <translation>이 줄들을 실행하며 기록합니다.</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>What goes into your code: type other numbers, and it runs again at once.</source>
        <translation>코드에 들어가는 값입니다. 다른 수를 쓰면 바로 다시 실행됩니다.</translation>
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
        <source>Take the last stroke back, or Clear</source>
        <translation>마지막 획이나 모두 지우기를 취소합니다</translation>
    </message>
    <message>
        <source>Empty the canvas; Ctrl+Z brings the drawing back</source>
        <translation>캔버스를 비웁니다. Ctrl+Z를 누르면 그림이 돌아옵니다</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>모두 지우기</translation>
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
    <name>CauseFinding</name>
    <message>
        <source>Nothing went wrong here that its losses or its layers would show.</source>
        <translation>손실에도 계층에도 잘못된 흔적이 없습니다.</translation>
    </message>
</context>
<context>
    <name>CauseWindow</name>
    <message>
        <source>Looking for the moment that decided …</source>
        <translation>갈림길이 된 순간을 찾는 중…</translation>
    </message>
    <message>
        <source>Training is gone through again, bit for bit, up to where it shows.</source>
        <translation>문제가 드러난 곳까지 학습을 비트 하나까지 그대로 다시 밟습니다.</translation>
    </message>
    <message>
        <source>No cause to find</source>
        <translation>찾을 원인이 없습니다</translation>
    </message>
    <message>
        <source>{suspects} trials on each, the true batches among them: {updates} updates, {time}</source>
        <translation>순서마다 시험 {suspects}가지, 실제 배치도 포함: 갱신 {updates}번, {time}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시험</translation>
    </message>
    <message>
        <source>Try the suspects</source>
        <translation>의심 가는 것 시험하기</translation>
    </message>
    <message>
        <source>the run itself</source>
        <translation>실제 학습</translation>
    </message>
    <message>
        <source>tried on the true batches</source>
        <translation>실제 배치로 시험</translation>
    </message>
    <message>
        <source>on other streams</source>
        <translation>다른 배치 순서로</translation>
    </message>
    <message>
        <source>Find the cause</source>
        <translation>원인 찾기</translation>
    </message>
    <message>
        <source>Streams of batches</source>
        <translation>배치 순서</translation>
    </message>
    <message>
        <source>Each suspect is tried on so many streams of batches: the true one, and others that a seed shuffles. What goes well on the true one alone may be chance.</source>
        <translation>의심 가는 것마다 배치 순서 이만큼에서 시험합니다. 실제 순서와, 다른 시드로 섞은 순서들입니다. 실제 순서에서만 잘된다면 우연일 수 있습니다.</translation>
    </message>
    <message>
        <source>Train again from just before it began, with each suspect in turn, from an exact checkpoint.</source>
        <translation>시작되기 바로 전의 정확한 체크포인트에서, 의심 가는 것을 하나씩 바꾸어 다시 학습합니다.</translation>
    </message>
    <message>
        <source>Was it decided earlier?</source>
        <translation>더 일찍 정해졌나요?</translation>
    </message>
    <message>
        <source>Train on other streams of batches from moments further and further back, then from those between, for the very update from which all go wrong. From far back that takes its time; it can be cancelled.</source>
        <translation>점점 더 앞선 순간에서, 다음에는 그 사이의 순간에서 다른 배치 순서로 학습해, 모두 잘못되기 시작하는 바로 그 갱신을 찾습니다. 멀리 거슬러 가면 시간이 걸리며, 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Give up; the trials that are over stay.</source>
        <translation>그만둡니다. 끝난 시험은 남습니다.</translation>
    </message>
    <message>
        <source>Look at the moment before</source>
        <translation>바로 전 순간 보기</translation>
    </message>
    <message>
        <source>All panels show the network just before the update with which it began; nothing is edited.</source>
        <translation>모든 패널이 문제가 시작된 갱신 바로 전의 신경망을 보여 줍니다. 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Step through this update</source>
        <translation>이 갱신을 한 단계씩 보기</translation>
    </message>
    <message>
        <source>Open this update in the debugger, number by number; your network stays as it is.</source>
        <translation>이 갱신을 디버거에서 수 하나하나 살펴봅니다. 신경망은 지금 그대로입니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Trials done</source>
        <translation>끝난 시험</translation>
    </message>
</context>
<context>
    <name>CauseWords</name>
    <message>
        <source>In iteration {iteration} the loss stopped being a number</source>
        <translation>{iteration}번째 반복에서 손실이 더는 수가 아니게 되었습니다</translation>
    </message>
    <message>
        <source>All neurons of {layer} are dead since update {iteration}</source>
        <translation>{iteration}번째 갱신부터 {layer}의 뉴런이 모두 죽어 있습니다</translation>
    </message>
    <message>
        <source>The loss does not fall: it is no better than a guess</source>
        <translation>손실이 줄어들지 않습니다. 찍는 것보다 나을 것이 없습니다</translation>
    </message>
    <message>
        <source>In iteration {iteration} the loss jumped, and came back by itself</source>
        <translation>{iteration}번째 반복에서 손실이 튀었다가 저절로 돌아왔습니다</translation>
    </message>
    <message>
        <source>In iteration {iteration} the loss jumped, and stayed high</source>
        <translation>{iteration}번째 반복에서 손실이 튀어 오른 뒤 내려오지 않았습니다</translation>
    </message>
    <message>
        <source>It was so from the very first update on.</source>
        <translation>맨 처음 갱신부터 그랬습니다.</translation>
    </message>
    <message>
        <source>Already the batch of iteration {iteration} gave no loss that is a number.</source>
        <translation>{iteration}번째 반복의 배치에서 이미 손실이 수가 아니었습니다.</translation>
    </message>
    <message>
        <source>It began with update {iteration}: it moved the weights {times} times as far as usual ({step} instead of {usual}).</source>
        <translation>시작은 {iteration}번째 갱신입니다. 이 갱신은 가중치를 평소의 {times}배나 움직였습니다(평소 {usual}, 이때 {step}).</translation>
    </message>
    <message>
        <source>It came with update {iteration}, which was no larger than usual.</source>
        <translation>{iteration}번째 갱신에서 일어났는데, 갱신의 크기는 평소와 다르지 않았습니다.</translation>
    </message>
    <message>
        <source>The gradient was {times} times as long as usual.</source>
        <translation>기울기는 평소의 {times}배로 길었습니다.</translation>
    </message>
    <message>
        <source>The gradient was as always, the step was not.</source>
        <translation>기울기는 평소와 같았지만 보폭이 달랐습니다.</translation>
    </message>
    <message>
        <source>Of the {count} samples of its batch, number {row} pulled hardest: {times} times the median.</source>
        <translation>그 배치의 데이터 {count}개 가운데 {row}번 데이터가 가장 세게 당겼습니다. 기울기가 중앙값의 {times}배입니다.</translation>
    </message>
    <message>
        <source>After iteration {iteration} you had changed something: {change}.</source>
        <translation>{iteration}번째 반복 뒤에 바꾼 것이 있습니다: {change}.</translation>
    </message>
    <message>
        <source>the data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>weights by hand</source>
        <translation>손으로 고친 가중치</translation>
    </message>
    <message>
        <source>Without the change: {change}</source>
        <translation>바꾸지 않았다면: {change}</translation>
    </message>
    <message>
        <source>Without sample {row}</source>
        <translation>{row}번 데이터를 빼고</translation>
    </message>
    <message>
        <source>Half the learning rate: {new:g} instead of {old:g}</source>
        <translation>학습률을 절반으로: {old:g} 대신 {new:g}</translation>
    </message>
    <message>
        <source>Ten times the learning rate: {new:g} instead of {old:g}</source>
        <translation>학습률을 10배로: {old:g} 대신 {new:g}</translation>
    </message>
    <message>
        <source>Gradient clipping at the usual norm, {new:g}</source>
        <translation>기울기를 평소의 노름 {new:g}에서 자르기(클리핑)</translation>
    </message>
    <message>
        <source>{new} instead of {old} in this layer</source>
        <translation>이 계층에서 {old} 대신 {new}</translation>
    </message>
    <message>
        <source>{new} instead of {old} in {count} layers</source>
        <translation>계층 {count}개에서 {old} 대신 {new}</translation>
    </message>
    <message>
        <source>Other initial weights: {new} instead of {old}</source>
        <translation>다른 초깃값: {old} 대신 {new}</translation>
    </message>
    <message>
        <source>Other initial weights, drawn with another seed</source>
        <translation>다른 시드로 뽑은 초깃값</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>있었던 그대로</translation>
    </message>
    <message>
        <source>The slope of a ReLU is 1 where it fires: through several layers the gradient comes as it is, while a flat curve leaves little of it in each.</source>
        <translation>ReLU는 켜진 곳의 기울기가 1이어서 여러 층을 지나도 기울기가 그대로 전해지지만, 평평한 곡선은 층마다 조금만 남깁니다.</translation>
    </message>
    <message>
        <source>Nothing is changed: the true batches do the same again, to the bit. Other streams of batches tell whether it was chance.</source>
        <translation>아무것도 바꾸지 않습니다. 실제 배치로는 비트 하나까지 같은 일이 다시 일어나고, 배치를 다르게 섞어 보면 우연이었는지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Training goes on from the moment of the change as if you had not made it.</source>
        <translation>바꾼 그 순간부터, 바꾸지 않은 것처럼 학습을 이어 갑니다.</translation>
    </message>
    <message>
        <source>The batches stay as they were, but for the sample whose gradient was the longest in the guilty batch.</source>
        <translation>배치는 그대로 두고, 문제가 된 배치에서 기울기가 가장 길었던 데이터만 뺍니다.</translation>
    </message>
    <message>
        <source>Every update is half as long from just before it began.</source>
        <translation>시작되기 바로 전부터 모든 갱신을 절반 크기로 합니다.</translation>
    </message>
    <message>
        <source>Every update is ten times as long: too small a rate looks like no learning.</source>
        <translation>갱신마다 10배씩 움직입니다. 학습률이 너무 작으면 배우지 않는 것처럼 보입니다.</translation>
    </message>
    <message>
        <source>A gradient longer than usual is made shorter, to the median norm of the updates before; its direction stays.</source>
        <translation>평소보다 긴 기울기를 앞선 갱신들의 노름 중앙값까지 줄입니다. 방향은 그대로입니다.</translation>
    </message>
    <message>
        <source>An activation whose slope is never 0 cannot die.</source>
        <translation>기울기가 0이 되지 않는 활성화 함수는 죽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The whole run again, from other weights.</source>
        <translation>다른 가중치에서 처음부터 다시 학습합니다.</translation>
    </message>
    <message>
        <source>{good} of {all} streams went well</source>
        <translation>배치 순서 {all}가지 가운데 {good}가지에서 잘됨</translation>
    </message>
    <message>
        <source>It did no lasting harm: the loss came back by itself. None of these suspects prevents it; without a change it does not happen on {good} of {all} streams of batches.</source>
        <translation>뒤탈은 없었습니다: 손실이 저절로 돌아왔습니다. 시험한 것 가운데 막아 주는 것은 없습니다. 바꾸지 않고 일어나지 않는 배치 순서: {all}가지 중 {good}가지.</translation>
    </message>
    <message>
        <source>It was chance and did no lasting harm: the loss came back by itself, without any change.</source>
        <translation>우연이었고 뒤탈도 없었습니다. 아무것도 바꾸지 않아도 손실이 저절로 돌아왔습니다.</translation>
    </message>
    <message>
        <source>It only takes longer: trained on without any change, it goes well on {good} of {all} streams of batches.</source>
        <translation>시간이 더 걸릴 뿐입니다. 아무것도 바꾸지 않고 더 학습하면 배치 순서 {all}가지 가운데 {good}가지에서 잘됩니다.</translation>
    </message>
    <message>
        <source>It was chance: from the same moment, {good} of {all} streams of batches go well without any change.</source>
        <translation>우연이었습니다. 같은 순간에서 배치 순서 {all}가지 가운데 {good}가지는 아무것도 바꾸지 않아도 잘됩니다.</translation>
    </message>
    <message>
        <source>None that was tried so far mends it; others were not tried.</source>
        <translation>지금까지 시험한 것 가운데 문제를 고치는 것은 없습니다. 아직 시험하지 않은 것이 있습니다.</translation>
    </message>
    <message>
        <source>None of these suspects mends it ({good} of {all} streams go well without a change): what decided it lies further back, or in something that was not tried.</source>
        <translation>시험한 것 가운데 문제를 고치는 것은 없습니다(바꾸지 않고 잘되는 배치 순서: {all}가지 중 {good}가지). 원인은 더 앞에 있거나, 시험하지 않은 데 있습니다.</translation>
    </message>
    <message>
        <source>None of these suspects mends it ({good} of {all} streams go well without a change): it lies in something that was not tried.</source>
        <translation>시험한 것 가운데 문제를 고치는 것은 없습니다(바꾸지 않고 잘되는 배치 순서: {all}가지 중 {good}가지). 원인은 시험하지 않은 데 있습니다.</translation>
    </message>
    <message>
        <source>{suspect}: with that it goes well on {good} of {all} streams of batches; as it was, on {plain}.</source>
        <translation>{suspect}: 이렇게 하면 배치 순서 {all}가지 가운데 {good}가지에서 잘됩니다. 그대로 두면 {plain}가지입니다.</translation>
    </message>
    <message>
        <source>The change ({change}) was the cause: taken back, it goes well on {good} of {all} streams of batches; as it was, on {plain}.</source>
        <translation>바꾼 것이 원인이었습니다: {change}. 되돌리면 배치 순서 {all}가지 가운데 {good}가지에서 잘되고, 그대로 두면 {plain}가지에서 잘됩니다.</translation>
    </message>
    <message>
        <source>One sample was the cause. {suspect}: with that it goes well on {good} of {all} streams of batches; as it was, on {plain}.</source>
        <translation>데이터 하나가 원인이었습니다. {suspect}: 이렇게 하면 배치 순서 {all}가지 가운데 {good}가지에서 잘됩니다. 그대로 두면 {plain}가지입니다.</translation>
    </message>
    <message>
        <source>This helps as well: {others}.</source>
        <translation>이것도 도움이 됩니다: {others}.</translation>
    </message>
    <message>
        <source>No: from iteration {open}, one update before, {good} of {all} other streams of batches go well.</source>
        <translation>아닙니다. 갱신 하나 앞인 {open}번째 반복에서는 다른 배치 순서 {all}가지 가운데 {good}가지가 잘됩니다.</translation>
    </message>
    <message>
        <source>It was decided by iteration {decided}: from there on each of {all} other streams of batches goes wrong.</source>
        <translation>{decided}번째 반복에서는 이미 정해져 있었습니다. 거기서부터는 다른 배치 순서 {all}가지가 모두 잘못됩니다.</translation>
    </message>
    <message>
        <source>It was decided from the start: there, too, each of {all} other streams of batches goes wrong.</source>
        <translation>처음부터 정해져 있었습니다. 처음에서 시작해도 다른 배치 순서 {all}가지가 모두 잘못됩니다.</translation>
    </message>
    <message>
        <source>From iteration {open}, {good} of them still went well.</source>
        <translation>{open}번째 반복에서는 그 가운데 {good}가지가 아직 잘되었습니다.</translation>
    </message>
    <message>
        <source>Decided by iteration {decided}, perhaps earlier …</source>
        <translation>{decided}번째 반복에서는 이미 정해져 있었습니다. 더 앞일 수도 있습니다…</translation>
    </message>
    <message>
        <source>Decided between iterations {open} and {decided} …</source>
        <translation>{open}번째 반복과 {decided}번째 반복 사이에서 정해졌습니다…</translation>
    </message>
    <message>
        <source>Before, the loss was about {loss}.</source>
        <translation>그 전의 손실: 약 {loss}.</translation>
    </message>
    <message>
        <source>less than a second</source>
        <translation>1초 미만</translation>
    </message>
    <message>
        <source>about {seconds:.0f} s</source>
        <translation>약 {seconds:.0f}초</translation>
    </message>
    <message>
        <source>about {minutes:.0f} min</source>
        <translation>약 {minutes:.0f}분</translation>
    </message>
</context>
<context>
    <name>ChangeTicks</name>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>가중치 감소</translation>
    </message>
    <message>
        <source>layers with neurons</source>
        <translation>뉴런이 있는 층</translation>
    </message>
    <message>
        <source>neurons</source>
        <translation>뉴런</translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>Asking the other network …</source>
        <translation>다른 신경망에 묻는 중…</translation>
    </message>
    <message>
        <source>They do not differ on any sample.</source>
        <translation>결과가 갈리는 데이터가 없습니다.</translation>
    </message>
    <message>
        <source>They differ on {apart:,} samples. Two equally good networks would split them so unevenly, or more, in {share} of all cases: hardly chance.</source>
        <translation>결과가 갈리는 데이터: {apart:,}개. 똑같이 좋은 두 신경망이 이만큼 또는 더 한쪽으로 치우칠 확률: {share}. 우연이라고 보기 어렵습니다.</translation>
    </message>
    <message>
        <source>They differ on {apart:,} samples. Two equally good networks would split them so unevenly, or more, in {share} of all cases: it may be chance.</source>
        <translation>결과가 갈리는 데이터: {apart:,}개. 똑같이 좋은 두 신경망이 이만큼 또는 더 한쪽으로 치우칠 확률: {share}. 우연일 수 있습니다.</translation>
    </message>
    <message>
        <source>{what}: {count:,}</source>
        <translation>{what}: {count:,}개</translation>
    </message>
    <message>
        <source>As far off</source>
        <translation>오차가 같음</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>비교 대상</translation>
    </message>
    <message>
        <source>Whose answers to the same samples stand beside these: a run that was pinned first.</source>
        <translation>같은 데이터에 대한 누구의 답과 비교하는지 고릅니다. 고정한 학습이 먼저 나옵니다.</translation>
    </message>
    <message>
        <source>How good both are</source>
        <translation>두 신경망의 성능</translation>
    </message>
    <message>
        <source>Whether it is chance</source>
        <translation>우연인지 여부</translation>
    </message>
    <message>
        <source>The sign test (McNemar&apos;s, for classes): if both were equally good, each sample on which they differ would be a coin&apos;s toss. It tells how often tosses come out so uneven, or more so. It knows these samples and these weights; another seed is another question, which Runs answers.</source>
        <translation>부호 검정입니다(분류에서는 맥네마 검정). 두 신경망이 똑같이 좋다면 결과가 갈리는 데이터마다 동전 던지기와 같습니다. 동전이 이만큼 또는 더 치우쳐 나오는 비율을 말합니다. 이 데이터와 이 가중치에 대한 것이며, 시드를 바꾸면 어떤지는 학습 목록 패널이 답합니다.</translation>
    </message>
    <message>
        <source>mean loss {before:.4g} there, {now:.4g} here</source>
        <translation>평균 손실: 비교 대상 {before:.4g}, 여기 {now:.4g}</translation>
    </message>
    <message>
        <source>{before} right there, {now} here: {difference} percentage points</source>
        <translation>비교 대상 {before} 정답, 여기 {now} 정답: {difference} 퍼센트포인트</translation>
    </message>
    <message>
        <source>There is no such sample.</source>
        <translation>그런 데이터가 없습니다.</translation>
    </message>
    <message>
        <source>Farther off here</source>
        <translation>여기가 더 어긋남</translation>
    </message>
    <message>
        <source>Closer here</source>
        <translation>여기가 더 가까움</translation>
    </message>
    <message>
        <source>Both right</source>
        <translation>둘 다 정답</translation>
    </message>
    <message>
        <source>Right only there</source>
        <translation>비교 대상만 정답</translation>
    </message>
    <message>
        <source>Right only here</source>
        <translation>여기만 정답</translation>
    </message>
    <message>
        <source>Both wrong</source>
        <translation>둘 다 오답</translation>
    </message>
    <message>
        <source>right here</source>
        <translation>여기 정답</translation>
    </message>
    <message>
        <source>wrong here</source>
        <translation>여기 오답</translation>
    </message>
    <message>
        <source>right there</source>
        <translation>비교 대상 정답</translation>
    </message>
    <message>
        <source>wrong there</source>
        <translation>비교 대상 오답</translation>
    </message>
    <message>
        <source>Samples that both tell right.</source>
        <translation>두 신경망이 모두 맞힌 데이터입니다.</translation>
    </message>
    <message>
        <source>Samples that this network tells wrong, and the other one right.</source>
        <translation>이 신경망은 틀리고 다른 신경망은 맞힌 데이터입니다.</translation>
    </message>
    <message>
        <source>Samples that this network tells right, and the other one wrong.</source>
        <translation>이 신경망은 맞히고 다른 신경망은 틀린 데이터입니다.</translation>
    </message>
    <message>
        <source>Samples that both tell wrong.</source>
        <translation>두 신경망이 모두 틀린 데이터입니다.</translation>
    </message>
    <message>
        <source>Their errors are smaller, larger or the same.</source>
        <translation>오차가 작아졌는지, 커졌는지, 그대로인지 말합니다.</translation>
    </message>
    <message>
        <source>{run} (pinned)</source>
        <translation>{run} (고정함)</translation>
    </message>
    <message>
        <source>Your network</source>
        <translation>내 신경망</translation>
    </message>
    <message>
        <source>The shipped network</source>
        <translation>기본 제공 신경망</translation>
    </message>
</context>
<context>
    <name>ChannelRow</name>
    <message>
        <source>Sample</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Which sample of the batch is seen, from 0.</source>
        <translation>배치의 몇 번째 데이터를 볼지 정합니다(0부터).</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Which filter, and with it which picture of the output, from 0.</source>
        <translation>몇 번째 필터, 곧 출력의 몇 번째 그림을 볼지 정합니다(0부터).</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>Which channel of the input is seen, from 0; the sum goes over all of them.</source>
        <translation>입력의 몇 번째 채널을 볼지 정합니다(0부터). 합은 모든 채널에 걸칩니다.</translation>
    </message>
</context>
<context>
    <name>ChartGrid</name>
    <message>
        <source>iteration {at:,}</source>
        <translation>반복 {at:,}</translation>
    </message>
    <message>
        <source>{name}: NaN since {at:,}</source>
        <translation>{name}: {at:,}번째부터 NaN</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Your network, with settings of your choice</source>
        <translation>내 신경망을 고른 설정으로</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>An experiment of the book, or a race of your own network.</source>
        <translation>책의 실험이나 내 신경망의 경주입니다.</translation>
    </message>
    <message>
        <source>One start, the same batches for all, and what is usual today.</source>
        <translation>출발점도 배치도 모두 같고, 오늘날의 방식으로 합니다.</translation>
    </message>
    <message>
        <source>As the book&apos;s script does it: each network draws its own weights, batches are drawn again.</source>
        <translation>책의 스크립트대로 합니다. 신경망마다 가중치를 따로 뽑고, 배치는 복원 추출합니다.</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>공정하게</translation>
    </message>
    <message>
        <source>As in the book</source>
        <translation>책대로</translation>
    </message>
    <message>
        <source>How it is raced</source>
        <translation>겨루는 방식</translation>
    </message>
    <message>
        <source>Whether all begin alike, or as the book&apos;s script does it.</source>
        <translation>모두 똑같이 시작할지, 책의 스크립트처럼 할지 고릅니다.</translation>
    </message>
</context>
<context>
    <name>CodeBreakpointList</name>
    <message>
        <source>Enter goes to where this line runs next; Delete removes it.</source>
        <translation>Enter를 누르면 이 행이 다음에 실행되는 곳으로 가고, Delete를 누르면 지웁니다.</translation>
    </message>
    <message>
        <source>Double click or F2: type when it stops, such as max(abs(dx)) &gt; 10.</source>
        <translation>두 번 누르거나 F2를 눌러 멈출 조건을 쓰세요. 예: max(abs(dx)) &gt; 10.</translation>
    </message>
    <message>
        <source>No breakpoints in your code. A click beside a line number, or F9, sets one.</source>
        <translation>코드에 중단점이 없습니다. 행 번호 옆을 누르거나 F9를 누르면 생깁니다.</translation>
    </message>
    <message>
        <source>Breakpoints in your code</source>
        <translation>내 코드의 중단점</translation>
    </message>
    <message>
        <source>F2 edits the condition, Delete removes a breakpoint, Enter goes there.</source>
        <translation>F2로 조건을 고치고, Delete로 중단점을 지우고, Enter로 그곳으로 갑니다.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Stops where</source>
        <translation>멈출 조건</translation>
    </message>
</context>
<context>
    <name>CodeEditor</name>
    <message>
        <source>{name}: a click shows all its numbers.</source>
        <translation>{name}: 누르면 모든 수를 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>CodeFiles</name>
    <message>
        <source>Open a Python file</source>
        <translation>파이썬 파일 열기</translation>
    </message>
    <message>
        <source>Save the code as a Python file</source>
        <translation>코드를 파이썬 파일로 저장</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>파이썬</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
</context>
<context>
    <name>CodeValues</name>
    <message>
        <source>{name}, shape {shape}: from {low:.6g} to {high:.6g}, mean {mean:.6g}.</source>
        <translation>{name}, 형상 {shape}: {low:.6g}~{high:.6g}, 평균 {mean:.6g}.</translation>
    </message>
    <message>
        <source>{name} = {number:.6g}</source>
        <translation>{name} = {number:.6g}</translation>
    </message>
    <message>
        <source>A click shows all of it beside the code. Double click or Enter goes to where it was made.</source>
        <translation>누르면 코드 옆에 전체를 보여 줍니다. 두 번 누르거나 Enter를 누르면 만들어진 곳으로 갑니다.</translation>
    </message>
</context>
<context>
    <name>CodeVariableList</name>
    <message>
        <source>Names of the function</source>
        <translation>함수의 이름</translation>
    </message>
    <message>
        <source>Its arguments, and what it gave a name.</source>
        <translation>함수의 인수와, 함수 안에서 이름을 붙인 값입니다.</translation>
    </message>
    <message>
        <source>Names of the object</source>
        <translation>객체의 이름</translation>
    </message>
    <message>
        <source>What the object keeps from call to call: self.out and the like.</source>
        <translation>self.out처럼 호출이 끝나도 객체에 남는 값입니다.</translation>
    </message>
    <message>
        <source>the call</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>outside every function</source>
        <translation>함수 밖</translation>
    </message>
    <message>
        <source>{function}, line {line}</source>
        <translation>{function}, {line}행</translation>
    </message>
    <message>
        <source>Watch {what}</source>
        <translation>조사식에 추가: {what}</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>The functions that run, the innermost first: each was called by the next one.</source>
        <translation>실행 중인 함수입니다. 가장 안쪽이 먼저이고, 각 함수는 다음 함수가 호출했습니다.</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>변수</translation>
    </message>
    <message>
        <source>Enter goes to the step that made the chosen value.</source>
        <translation>Enter를 누르면 고른 값을 만든 단계로 갑니다.</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>As your code has it. A bar and bold letters: the last move changed this value.</source>
        <translation>코드에 쓴 이름입니다. 막대와 굵은 글씨: 마지막 이동이 이 값을 바꾸었습니다.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>형상</translation>
    </message>
    <message>
        <source>Rows × columns; in a batch each sample is a row.</source>
        <translation>행 × 열입니다. 배치에서는 데이터 하나가 한 행입니다.</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>The smallest number.</source>
        <translation>가장 작은 수입니다.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>The mean of all numbers.</source>
        <translation>모든 수의 평균입니다.</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>The largest number.</source>
        <translation>가장 큰 수입니다.</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>분포</translation>
    </message>
    <message>
        <source>How many numbers there are of each size: orange below 0, blue above.</source>
        <translation>크기별로 수가 몇 개인지 보여 줍니다. 주황은 0보다 작은 수, 파랑은 큰 수입니다.</translation>
    </message>
</context>
<context>
    <name>ColumnList</name>
    <message>
        <source>Columns to learn from</source>
        <translation>배울 열</translation>
    </message>
    <message>
        <source>Columns to learn from. Leave out what only names the rows, such as a running number: a network learns it by heart. A column of texts becomes one input for each text. The target is not ticked.</source>
        <translation>배울 열입니다. 일련번호처럼 행을 가리키기만 하는 열은 빼세요. 신경망이 외워 버립니다. 글자로 된 열은 글자마다 입력이 하나씩 됩니다. 정답 열에는 체크가 없습니다.</translation>
    </message>
</context>
<context>
    <name>ConditionFields</name>
    <message>
        <source>Kind of condition</source>
        <translation>조건의 종류</translation>
    </message>
    <message>
        <source>What the breakpoint waits for.</source>
        <translation>중단점이 기다리는 조건입니다.</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>이 조건을 제거합니다</translation>
    </message>
</context>
<context>
    <name>ConfusionModel</name>
    <message>
        <source>found %</source>
        <translation>재현율%</translation>
    </message>
    <message>
        <source>right %</source>
        <translation>정밀도%</translation>
    </message>
    <message>
        <source>Recall: which share of the samples of each true class is found.</source>
        <translation>재현율: 실제로 그 클래스인 데이터 가운데 찾아낸 비율입니다.</translation>
    </message>
    <message>
        <source>Precision: which share of what is called a class is one.</source>
        <translation>정밀도: 그 클래스라고 답한 것 가운데 실제로 맞은 비율입니다.</translation>
    </message>
    <message>
        <source>Said: {name}</source>
        <translation>신경망의 답: {name}</translation>
    </message>
    <message>
        <source>True: {name}, {count:,} samples</source>
        <translation>정답: {name}, 데이터 {count:,}개</translation>
    </message>
    <message>
        <source>The share of all samples that is right: the accuracy.</source>
        <translation>전체 데이터 가운데 맞은 비율, 곧 정확도입니다.</translation>
    </message>
    <message>
        <source>Of the samples of class {name} this share is found (recall).</source>
        <translation>정답이 {name}인 데이터 가운데 찾아낸 비율입니다(재현율).</translation>
    </message>
    <message>
        <source>Of what is called {name} this share is one (precision).</source>
        <translation>{name}: 이렇게 답한 것 가운데 실제로 맞은 비율입니다(정밀도).</translation>
    </message>
    <message>
        <source>{count:,} of the {of:,} samples of class {true} are called {said}. A click shows them.</source>
        <translation>정답이 {true}인 데이터 {of:,}개 중 {count:,}개의 답이 {said}입니다. 클릭하면 그 데이터가 보입니다.</translation>
    </message>
</context>
<context>
    <name>ConfusionTable</name>
    <message>
        <source>The confusion matrix: each row a true class, each column what the network said. What is right stands on the diagonal; a click on any other number shows those mistakes.</source>
        <translation>혼동 행렬입니다. 행은 정답, 열은 신경망의 답입니다. 맞은 것은 대각선에 있습니다. 다른 칸의 수를 클릭하면 그렇게 틀린 데이터가 보입니다.</translation>
    </message>
    <message>
        <source>True classes against those that are said</source>
        <translation>정답과 신경망의 답</translation>
    </message>
    <message>
        <source>Each row a true class t, each column what the network said, y.</source>
        <translation>행은 정답 클래스 t, 열은 신경망이 답한 클래스 y입니다.</translation>
    </message>
    <message>
        <source>Rows: t, columns: y</source>
        <translation>행: t, 열: y</translation>
    </message>
</context>
<context>
    <name>ConsentStrip</name>
    <message>
        <source>This code came with the document; you may not know who wrote it. Read it first. Your answer counts for exactly this text.</source>
        <translation>이 코드는 문서에 들어 있던 것이라 누가 썼는지 알 수 없습니다. 먼저 읽어 보세요. 대답은 바로 이 텍스트에만 적용됩니다.</translation>
    </message>
    <message>
        <source>Run this text</source>
        <translation>이 텍스트 실행</translation>
    </message>
    <message>
        <source>May this code run? Your answer counts for this file until the program is closed, also after each change.</source>
        <translation>이 코드를 실행할까요? 대답은 프로그램을 닫을 때까지 이 파일에 적용되며, 고친 뒤에도 이어집니다.</translation>
    </message>
    <message>
        <source>Run it, and after each change</source>
        <translation>실행(고칠 때마다 다시)</translation>
    </message>
    <message>
        <source>Run the code in a process of its own, and check it.</source>
        <translation>코드를 별도의 프로세스에서 실행하고 검사합니다.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Run nothing.</source>
        <translation>아무것도 실행하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>ConsequenceBar</name>
    <message>
        <source>Change a weight, an activation, a layer: this line says what it does.</source>
        <translation>가중치, 활성화 함수, 층을 바꾸면 그 결과가 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>other data: before and after cannot be compared</source>
        <translation>데이터가 달라져 전후를 비교할 수 없습니다</translation>
    </message>
    <message>
        <source>other inputs or outputs: before and after cannot be compared</source>
        <translation>입력이나 출력이 달라져 전후를 비교할 수 없습니다</translation>
    </message>
    <message>
        <source>another loss function: the losses cannot be compared</source>
        <translation>손실 함수가 달라져 손실은 비교할 수 없습니다</translation>
    </message>
    <message>
        <source>Redo brings back the network trained for 1 iteration.</source>
        <translation>다시 실행하면 1회 반복 학습한 신경망이 되돌아옵니다.</translation>
    </message>
    <message>
        <source>Redo brings back the network trained for {count:,} iterations.</source>
        <translation>다시 실행하면 {count:,}회 반복 학습한 신경망이 되돌아옵니다.</translation>
    </message>
    <message>
        <source>Undo brings back the network trained for 1 iteration.</source>
        <translation>실행 취소하면 1회 반복 학습한 신경망이 되돌아옵니다.</translation>
    </message>
    <message>
        <source>Undo brings back the network trained for {count:,} iterations.</source>
        <translation>실행 취소하면 {count:,}회 반복 학습한 신경망이 되돌아옵니다.</translation>
    </message>
    <message>
        <source>Output  {change}</source>
        <translation>출력  {change}</translation>
    </message>
    <message>
        <source>Loss  {change}</source>
        <translation>손실  {change}</translation>
    </message>
    <message>
        <source>Accuracy  {change}</source>
        <translation>정확도  {change}</translation>
    </message>
    <message>
        <source>What the network says of the sample that is shown, before and after the edit.</source>
        <translation>지금 보고 있는 데이터에 대한 신경망의 답입니다. 변경 전과 후를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Consequences</source>
        <translation>변경의 결과</translation>
    </message>
    <message>
        <source>The last edit; Undo takes it back.</source>
        <translation>마지막 변경입니다. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Last edit</source>
        <translation>마지막 변경</translation>
    </message>
    <message>
        <source>Mean loss on the test data, before and after the edit.</source>
        <translation>시험 데이터의 평균 손실입니다. 변경 전과 후를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Share of the test data that the network gets right, before and after the edit.</source>
        <translation>시험 데이터 중 신경망이 맞힌 비율입니다. 변경 전과 후를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Output before and after</source>
        <translation>변경 전후의 출력</translation>
    </message>
    <message>
        <source>Loss before and after</source>
        <translation>변경 전후의 손실</translation>
    </message>
    <message>
        <source>Accuracy before and after</source>
        <translation>변경 전후의 정확도</translation>
    </message>
</context>
<context>
    <name>ContestStrip</name>
    <message>
        <source>Another program changed {name}, and here is something that is not saved in it.</source>
        <translation>{name}: 다른 프로그램이 이 파일을 바꾸었는데, 여기에도 저장하지 않은 내용이 있습니다.</translation>
    </message>
    <message>
        <source>Take the file&apos;s</source>
        <translation>파일의 내용 사용</translation>
    </message>
    <message>
        <source>Undo brings back what is here now.</source>
        <translation>실행 취소하면 지금 내용이 돌아옵니다.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>내 내용 유지</translation>
    </message>
    <message>
        <source>The file stays as it is until you save.</source>
        <translation>저장하기 전에는 파일이 그대로 남습니다.</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Go on</source>
        <translation>이어서 학습</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Let it learn MNIST in a process of its own, from the beginning.</source>
        <translation>별도의 프로세스에서 MNIST를 처음부터 학습합니다.</translation>
    </message>
    <message>
        <source>Go on from here.</source>
        <translation>여기서부터 이어서 학습합니다.</translation>
    </message>
    <message>
        <source>Let it learn for as many epochs more.</source>
        <translation>같은 에폭 수만큼 더 학습합니다.</translation>
    </message>
    <message>
        <source>Start its process again with the parameters of iteration {at:,}: it reads digits, and can learn on.</source>
        <translation>반복 {at:,}의 매개변수로 프로세스를 다시 시작합니다. 숫자를 읽고, 이어서 학습할 수도 있습니다.</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>다시 잇기</translation>
    </message>
    <message>
        <source>A class of your code</source>
        <translation>내 코드에 있는 클래스</translation>
    </message>
    <message>
        <source>784-50-10, made of your {parts} and of the program&apos;s layers.</source>
        <translation>784-50-10. 내 코드의 계층: {parts}. 나머지는 프로그램의 계층입니다.</translation>
    </message>
    <message>
        <source>the book&apos;s TwoLayerNet</source>
        <translation>책의 TwoLayerNet</translation>
    </message>
    <message>
        <source>784-50-10</source>
        <translation>784-50-10</translation>
    </message>
    <message>
        <source>The script as it stands, to its end</source>
        <translation>스크립트를 있는 그대로 끝까지</translation>
    </message>
    <message>
        <source>its training loop</source>
        <translation>스크립트의 학습 반복문</translation>
    </message>
    <message>
        <source>SGD of the book</source>
        <translation>책의 SGD</translation>
    </message>
    <message>
        <source>W ← W − learning rate · gradient</source>
        <translation>W ← W − 학습률 · 기울기</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Which class learns</source>
        <translation>학습할 클래스</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>최적화</translation>
    </message>
    <message>
        <source>Which class has update(params, grads)</source>
        <translation>update(params, grads)가 있는 클래스</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>lr, with which the optimizer is made</source>
        <translation>옵티마이저를 만들 때 주는 lr</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에폭 수</translation>
    </message>
    <message>
        <source>How often it goes through the 60,000 training samples, 100 at a time</source>
        <translation>훈련 데이터 60,000개를 100개씩 몇 번 되풀이할지</translation>
    </message>
    <message>
        <source>Step iteration</source>
        <translation>반복 단계 실행</translation>
    </message>
    <message>
        <source>Make this iteration once more, with its parameters and its batch, to be stepped through.</source>
        <translation>이 반복을 그때의 매개변수와 미니배치로 한 번 더 실행해, 한 줄씩 따라갑니다.</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Which of the iterations that were made</source>
        <translation>지금까지 한 반복 가운데 몇 번째인지</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Make no more updates; it can read digits meanwhile.</source>
        <translation>갱신을 멈춥니다. 멈춘 동안에도 숫자를 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>End the process. Parameters and curve are kept.</source>
        <translation>프로세스를 끝냅니다. 매개변수와 곡선은 남습니다.</translation>
    </message>
</context>
<context>
    <name>ConvolutionPanel</name>
    <message>
        <source>Convolution</source>
        <translation>합성곱</translation>
    </message>
</context>
<context>
    <name>ConvolutionScenes</name>
    <message>
        <source>padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>{dx} so far</source>
        <translation>{dx} (지금까지)</translation>
    </message>
    <message>
        <source>how often</source>
        <translation>쓰인 횟수</translation>
    </message>
    <message>
        <source>what was read</source>
        <translation>읽었던 값</translation>
    </message>
    <message>
        <source>The gradients by the outputs have arrived. Step: each is spread over the pixels that its output was made of.</source>
        <translation>출력의 기울기가 도착했습니다. 한 단계씩 나아가면, 기울기마다 그 출력을 만든 픽셀들에 퍼집니다.</translation>
    </message>
    <message>
        <source>{dout} at row {row}, column {column} goes back times each weight to the pixel that the weight was multiplied with, and times each pixel to the weight. What is there already stays: it is added.</source>
        <translation>{dout}의 {row}행 {column}열: 가중치를 곱해 그 가중치와 곱했던 픽셀로 돌아가고, 픽셀을 곱해 가중치로 돌아갑니다. 이미 있던 값은 그대로 두고 더합니다.</translation>
    </message>
    <message>
        <source>This weight was used at all {count} places: its gradient is the sum over them, {done} so far. Point at a place of {dout} to see what it gives.</source>
        <translation>이 가중치는 {count}곳 모두에서 쓰였으므로 기울기는 그 합입니다(지금까지 {done}곳). {dout}의 한 곳을 가리키면 그곳이 보내는 값을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The batch has {count} samples: this is the part of one of them.</source>
        <translation>배치에는 데이터가 {count}개 있습니다. 이것은 그중 하나의 몫입니다.</translation>
    </message>
    <message>
        <source>What falls on the padding is thrown away: a zero has no gradient.</source>
        <translation>패딩에 떨어진 것은 버립니다. 덧붙인 0에는 기울기가 필요 없습니다.</translation>
    </message>
    <message>
        <source>Nobody read this pixel: its gradient is 0.</source>
        <translation>아무도 읽지 않은 픽셀이어서 기울기가 0입니다.</translation>
    </message>
    <message>
        <source>Outputs made of this pixel: {count}, framed in {dout}. It adds up what they send; {done} of them so far.</source>
        <translation>이 픽셀로 만든 출력: {count}개, {dout}에 테두리로 보입니다. 거기서 온 것을 모두 더합니다(지금까지 {done}개).</translation>
    </message>
    <message>
        <source>{symbol} gives to d{w}: {rows}. Click to step there.</source>
        <translation>{symbol} → d{w}: {rows}. 클릭하면 그 단계로 갑니다.</translation>
    </message>
    <message>
        <source>{x} times {w}</source>
        <translation>{x} 곱하기 {w}</translation>
    </message>
    <message>
        <source>what is read</source>
        <translation>읽은 값</translation>
    </message>
    <message>
        <source>im2col: rows {first} to {last} of {count}</source>
        <translation>im2col: {first}~{last}행 (모두 {count}행)</translation>
    </message>
    <message>
        <source>Step, and the filter begins at the upper left. Each place is a row of im2col, and the whole convolution one matrix product.</source>
        <translation>한 단계 나아가면 필터가 왼쪽 위에서 시작합니다. 자리마다 im2col의 한 행이 되고, 합성곱 전체는 행렬 곱 한 번입니다.</translation>
    </message>
    <message>
        <source>Row {row}, column {column} of the output, {value}: what the filter covers, times its weights, added up, and the bias: one row of im2col.</source>
        <translation>출력의 {row}행 {column}열, {value}: 필터가 덮은 값에 가중치를 곱해 모두 더하고 편향을 더합니다. im2col의 한 행입니다.</translation>
    </message>
    <message>
        <source>Row {row}, column {column} of the output, {value}: what the filter covers in all {count} channels (here: {channel}), times its weights, added up, and the bias: one row of im2col.</source>
        <translation>출력의 {row}행 {column}열, {value}: 필터가 채널 {count}개에서 덮은 값(지금 보이는 채널: {channel})에 가중치를 곱해 모두 더하고 편향을 더합니다. im2col의 한 행입니다.</translation>
    </message>
    <message>
        <source>Padding: a zero beside the picture, so that the filter can reach its edge.</source>
        <translation>패딩입니다. 필터가 가장자리까지 닿도록 그림 둘레에 채운 0입니다.</translation>
    </message>
    <message>
        <source>No place of the filter reads this pixel: the stride skips it, and its gradient is 0.</source>
        <translation>필터의 어느 자리도 이 픽셀을 읽지 않습니다. 스트라이드가 건너뛰어 기울기가 0입니다.</translation>
    </message>
    <message>
        <source>Places of the filter that read this pixel: {count}, framed in the output.</source>
        <translation>이 픽셀을 읽는 필터의 자리: {count}곳. 출력에 테두리로 보입니다.</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>윈도우</translation>
    </message>
    <message>
        <source>Padding never wins: it counts as less than every number.</source>
        <translation>패딩은 이기지 못합니다. 어떤 수보다도 작은 것으로 칩니다.</translation>
    </message>
    <message>
        <source>Step: of each window only the largest number goes on.</source>
        <translation>한 단계씩 나아갑니다. 윈도우마다 최댓값만 다음으로 갑니다.</translation>
    </message>
    <message>
        <source>The largest number goes on; backwards its pixel gets the whole gradient, the others 0.</source>
        <translation>최댓값이 다음으로 갑니다. 역전파에서는 그 픽셀이 기울기를 모두 받고 나머지는 0을 받습니다.</translation>
    </message>
    <message>
        <source>A tie: {count} numbers are equally large. The first one counts as the winner, as argmax has it, and gets the whole gradient; the dotted ones get 0.</source>
        <translation>동점입니다. 같은 최댓값이 {count}개입니다. argmax처럼 첫 번째가 이긴 것으로 보아 기울기를 모두 받고, 점선으로 두른 것은 0을 받습니다.</translation>
    </message>
    <message>
        <source>Padding counts as 0 in the mean, and it is counted: the mean is smaller.</source>
        <translation>패딩은 0으로 평균에 들어가고 개수에도 들어갑니다. 그래서 평균이 작아집니다.</translation>
    </message>
    <message>
        <source>Windows that read this pixel: {count}; from each it gets 1/{share} of the gradient there.</source>
        <translation>이 픽셀을 읽는 윈도우: {count}개. 윈도우마다 그 자리 기울기의 1/{share}씩 받습니다.</translation>
    </message>
    <message>
        <source>Step: of each window the mean of its {count} numbers goes on.</source>
        <translation>한 단계씩 나아갑니다. 윈도우마다 수 {count}개의 평균이 다음으로 갑니다.</translation>
    </message>
    <message>
        <source>The mean of {count} numbers goes on; backwards each of their pixels gets the gradient divided by {count}.</source>
        <translation>수 {count}개의 평균이 다음으로 갑니다. 역전파에서는 픽셀마다 {count}등분한 기울기를 받습니다.</translation>
    </message>
    <message>
        <source>No place of the window reads this pixel: its gradient is 0.</source>
        <translation>윈도우의 어느 자리도 이 픽셀을 읽지 않아 기울기가 0입니다.</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>its gradient</source>
        <translation>그 기울기</translation>
    </message>
    <message>
        <source>Windows that read this pixel: {count}; it won in {won} of them.</source>
        <translation>이 픽셀을 읽는 윈도우: {count}개, 그 가운데 이긴 것: {won}개.</translation>
    </message>
    <message>
        <source>weight ({i}, {j})</source>
        <translation>가중치 ({i}, {j})</translation>
    </message>
    <message>
        <source>(N·OH·OW, C·FH·FW): rows {first} to {last} of {count}</source>
        <translation>(N·OH·OW, C·FH·FW): {first}~{last}행 (모두 {count}행)</translation>
    </message>
    <message>
        <source>rows {first} to {last}, columns {left} to {right} of {shape}</source>
        <translation>{shape}의 {first}~{last}행, {left}~{right}열</translation>
    </message>
    <message>
        <source>im2col fills one picture for each weight: all numbers that this weight meets. transpose(0, 4, 5, 1, 2, 3) puts OH and OW first, so that a row is all that the filter reads at one place.</source>
        <translation>im2col은 가중치마다 그림 하나를 채웁니다. 그 가중치가 만나는 모든 값입니다. transpose(0, 4, 5, 1, 2, 3)이 OH와 OW를 앞으로 옮기면, 한 행이 필터가 한 자리에서 읽는 값 전부가 됩니다.</translation>
    </message>
    <message>
        <source>From weight ({i}, {j}) at place ({row}, {column}) to row {to}: N, C, FH, FW, OH, OW become N, OH, OW, C, FH, FW. No number changes, only the order.</source>
        <translation>가중치 ({i}, {j}), 자리 ({row}, {column}) → {to}행: N, C, FH, FW, OH, OW의 순서가 N, OH, OW, C, FH, FW로 바뀝니다. 값은 그대로이고 순서만 바뀝니다.</translation>
    </message>
    <message>
        <source>picture {which}</source>
        <translation>그림 {which}</translation>
    </message>
    <message>
        <source>(N, OH, OW, FN): rows {first} to {last} of {count}</source>
        <translation>(N, OH, OW, FN): {first}~{last}행 (모두 {count}행)</translation>
    </message>
    <message>
        <source>The matrix product gives a row for each place and a column for each filter. transpose(0, 3, 1, 2) puts the filters first: a picture for each.</source>
        <translation>행렬 곱은 자리마다 한 행, 필터마다 한 열을 줍니다. transpose(0, 3, 1, 2)가 필터를 앞으로 옮기면 필터마다 그림 하나가 됩니다.</translation>
    </message>
    <message>
        <source>From row {at}, column {which}, to picture {which}, row {row}, column {column}: N, OH, OW, FN become N, FN, OH, OW. No number changes, only the order.</source>
        <translation>{at}행 {which}열 → 그림 {which}의 {row}행 {column}열: N, OH, OW, FN의 순서가 N, FN, OH, OW로 바뀝니다. 값은 그대로이고 순서만 바뀝니다.</translation>
    </message>
</context>
<context>
    <name>ConvolutionSide</name>
    <message>
        <source>It does not divide: rows left over at the bottom: {rows}, columns at the right: {columns}. The book&apos;s code rounds down; nobody reads them, and their gradient is 0.</source>
        <translation>나누어떨어지지 않습니다. 아래에 남는 행: {rows}, 오른쪽에 남는 열: {columns}. 책의 코드는 내림합니다. 아무도 읽지 않으므로 기울기가 0입니다.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>What the window slides over: the sample of all panels, live.</source>
        <translation>윈도우가 지나가는 그림입니다. 모든 패널이 보는 데이터는 그리는 대로 따라 바뀝니다.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Numbers with a name; changing one makes them your own.</source>
        <translation>이름이 있는 필터입니다. 숫자를 하나라도 바꾸면 직접 만든 필터가 됩니다.</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>What has come back to the outputs.</source>
        <translation>출력으로 돌아온 기울기입니다.</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>Added at every place.</source>
        <translation>모든 자리에 더합니다.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Rows and columns of the window.</source>
        <translation>윈도우의 행과 열의 수입니다.</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>스트라이드</translation>
    </message>
    <message>
        <source>How far the window goes from place to place.</source>
        <translation>윈도우가 한 번에 움직이는 간격입니다.</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>Rows and columns of zeros around the picture.</source>
        <translation>그림 둘레에 채우는 0의 행과 열의 수입니다.</translation>
    </message>
    <message>
        <source>Height and width of the output, as the book computes them.</source>
        <translation>책의 식으로 계산한 출력의 높이와 너비입니다.</translation>
    </message>
    <message>
        <source>The sample</source>
        <translation>보고 있는 데이터</translation>
    </message>
    <message>
        <source>Your own numbers</source>
        <translation>직접 쓴 숫자</translation>
    </message>
    <message>
        <source>Figure 7-3 of the book</source>
        <translation>책의 그림 7-3</translation>
    </message>
    <message>
        <source>Ones, 4 × 4</source>
        <translation>모두 1, 4 × 4</translation>
    </message>
    <message>
        <source>0 to 15, 4 × 4</source>
        <translation>0에서 15, 4 × 4</translation>
    </message>
    <message>
        <source>With ties, 4 × 4</source>
        <translation>동점이 있는 4 × 4</translation>
    </message>
    <message>
        <source>Your own filter</source>
        <translation>직접 만든 필터</translation>
    </message>
    <message>
        <source>Vertical edges (Sobel)</source>
        <translation>세로 에지 (소벨)</translation>
    </message>
    <message>
        <source>Horizontal edges (Sobel)</source>
        <translation>가로 에지 (소벨)</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>흐리게</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>선명하게</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>윤곽선</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Ones</source>
        <translation>모두 1</translation>
    </message>
    <message>
        <source>1 everywhere</source>
        <translation>모두 1</translation>
    </message>
    <message>
        <source>1, 2, 3 ...</source>
        <translation>1, 2, 3 ...</translation>
    </message>
    <message>
        <source>Random, -1 to 1</source>
        <translation>무작위, -1에서 1</translation>
    </message>
</context>
<context>
    <name>ConvolutionStage</name>
    <message>
        <source>Left out: {count} smaller terms, together {rest}.</source>
        <translation>생략한 더 작은 항 {count}개의 합: {rest}.</translation>
    </message>
    <message>
        <source>This number cannot be changed here: it follows from others, or is given.</source>
        <translation>이 수는 여기서 바꿀 수 없습니다. 다른 수에서 계산되거나 주어진 값입니다.</translation>
    </message>
    <message>
        <source>Click an output to go there, a gradient&apos;s sum to keep it. With Shift the arrows point at numbers, Page Up and Page Down go to another board; type, or double-click, to put another number there. Dots: padding. Stripes: read by nobody.</source>
        <translation>출력을 클릭하면 그 자리로 가고, 기울기의 합을 클릭하면 고정됩니다. Shift와 화살표로 수를 가리키고, Page Up과 Page Down으로 다른 판으로 갑니다. 입력하거나 두 번 클릭하면 그 자리의 수를 바꿉니다. 점: 패딩. 줄무늬: 아무도 읽지 않음.</translation>
    </message>
    <message>
        <source>Picture, filter and output</source>
        <translation>그림, 필터, 출력</translation>
    </message>
    <message>
        <source>How the number was computed</source>
        <translation>숫자를 계산한 과정</translation>
    </message>
    <message>
        <source>What happens at this step, or at the number that is pointed at.</source>
        <translation>이 단계에서, 또는 가리킨 숫자에서 일어나는 일입니다.</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>보는 것</translation>
    </message>
    <message>
        <source>Forwards</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>The filter slides: multiply, add, go on.</source>
        <translation>필터가 움직이며 곱하고 더합니다.</translation>
    </message>
    <message>
        <source>Backwards</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>Each gradient goes back to the pixels; col2im adds. And dW.</source>
        <translation>기울기가 픽셀로 돌아가고 col2im이 더합니다. dW도 함께 봅니다.</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>풀링</translation>
    </message>
    <message>
        <source>The largest of each window, and who gets its gradient.</source>
        <translation>윈도우마다 최댓값과, 그 기울기를 받는 픽셀입니다.</translation>
    </message>
    <message>
        <source>im2col</source>
        <translation>im2col</translation>
    </message>
    <message>
        <source>What transpose(0, 4, 5, 1, 2, 3) does, number by number.</source>
        <translation>transpose(0, 4, 5, 1, 2, 3)이 하는 일을 숫자 하나씩 봅니다.</translation>
    </message>
    <message>
        <source>transpose</source>
        <translation>transpose</translation>
    </message>
    <message>
        <source>What transpose(0, 3, 1, 2) does behind the product.</source>
        <translation>행렬 곱 뒤에서 transpose(0, 3, 1, 2)가 하는 일입니다.</translation>
    </message>
</context>
<context>
    <name>ConvolutionView</name>
    <message>
        <source>Why nothing can be shown, and what helps.</source>
        <translation>보여 줄 수 없는 까닭과 해결 방법입니다.</translation>
    </message>
</context>
<context>
    <name>CoresRow</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>시간 재기</translation>
    </message>
    <message>
        <source>The matrix library of this NumPy does not let the number of its threads be set.</source>
        <translation>이 NumPy의 행렬 라이브러리는 스레드 수를 정할 수 없습니다.</translation>
    </message>
    <message>
        <source>This machine has {here} cores; the {chosen} threads share them, which makes them slow.</source>
        <translation>이 컴퓨터의 코어 수: {here}. 스레드 {chosen}개가 나누어 쓰므로 느려집니다.</translation>
    </message>
    <message>
        <source>All cores compute: none is left for the window, and the pen may stutter.</source>
        <translation>모든 코어가 계산합니다. 창에 남는 코어가 없어 펜이 끊길 수 있습니다.</translation>
    </message>
    <message>
        <source>{n} cores: {speed} iterations a second, {times} times as fast as one</source>
        <translation>코어 {n}개: 1초에 반복 {speed}회, 코어 1개의 {times}배</translation>
    </message>
    <message>
        <source>1 core: {speed} iterations a second</source>
        <translation>코어 1개: 1초에 반복 {speed}회</translation>
    </message>
    <message>
        <source>This machine has one core: there is nothing to choose.</source>
        <translation>이 컴퓨터에는 코어가 하나뿐이라 고를 것이 없습니다.</translation>
    </message>
    <message>
        <source>{n} cores pay: {times} times as fast, and the window keeps a core.</source>
        <translation>코어 {n}개가 이득입니다. {times}배 빠르고 창에도 코어가 하나 남습니다.</translation>
    </message>
    <message>
        <source>More cores do not pay here: all {n} would bring {times} times, but leave the window none.</source>
        <translation>여기서는 코어를 더 써도 이득이 없습니다. {n}개를 모두 쓰면 {times}배이지만 창에 남는 코어가 없습니다.</translation>
    </message>
    <message>
        <source>More cores do not pay for this network: stay with one.</source>
        <translation>이 신경망에는 코어를 더 써도 이득이 없습니다. 하나로 두세요.</translation>
    </message>
    <message>
        <source>Trains copies of your network with 1, 2, 4 … cores for a moment each and says what each would bring. It changes nothing: the number is yours to choose, because another one gives other last bits.</source>
        <translation>신경망의 복사본을 코어 1개, 2개, 4개…로 잠깐씩 학습하여 각각 얼마나 빨라지는지 알려 줍니다. 아무것도 바꾸지 않습니다. 코어 수가 다르면 마지막 비트가 달라지므로 코어 수는 직접 고릅니다.</translation>
    </message>
    <message>
        <source>What was measured on this machine, for this network, just now.</source>
        <translation>이 컴퓨터에서 이 신경망으로 방금 잰 결과입니다.</translation>
    </message>
    <message>
        <source>Progress of measuring</source>
        <translation>측정 진행</translation>
    </message>
    <message>
        <source>What more cores would bring</source>
        <translation>코어를 더 쓸 때의 이득</translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>Open lesson</source>
        <translation>실습 열기</translation>
    </message>
    <message>
        <source>Do a step of the lesson</source>
        <translation>실습 단계 실행</translation>
    </message>
</context>
<context>
    <name>CourseBar</name>
    <message>
        <source>What is shown</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>As what the contestants are shown.</source>
        <translation>참가자를 무엇으로 보여 줄지 고릅니다.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>The losses of all contestants in one chart.</source>
        <translation>모든 참가자의 손실을 한 그림에 그립니다.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>The accuracies of all: training solid, test dashed.</source>
        <translation>모두의 정확도입니다. 실선은 훈련, 점선은 시험입니다.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>나란히</translation>
    </message>
    <message>
        <source>A chart of accuracies for each contestant.</source>
        <translation>참가자마다 정확도 그림을 하나씩 그립니다.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>What each layer puts out for 200 samples, over its own range.</source>
        <translation>데이터 200개에 대한 층마다의 출력을 그 층의 범위로 그립니다.</translation>
    </message>
    <message>
        <source>Surfaces</source>
        <translation>곡면</translation>
    </message>
    <message>
        <source>What each says over the plane of the points.</source>
        <translation>점들이 놓인 평면에서 참가자마다의 답입니다.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Begin, or go on after a pause.</source>
        <translation>시작하거나, 멈춘 뒤에 이어 갑니다.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Let all stand where they are; nothing is lost.</source>
        <translation>모두 그 자리에 세웁니다. 잃는 것은 없습니다.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>End the race; what is there is kept.</source>
        <translation>경주를 끝냅니다. 지금까지의 결과는 남습니다.</translation>
    </message>
    <message>
        <source>Step all</source>
        <translation>모두 한 걸음</translation>
    </message>
    <message>
        <source>Bring everyone to the next iteration together, and stand there.</source>
        <translation>모두를 다음 반복까지 함께 보내고 거기서 멈춥니다.</translation>
    </message>
    <message>
        <source>Five seeds</source>
        <translation>시드 다섯 개</translation>
    </message>
    <message>
        <source>Race five times, with other random numbers each time: is it chance?</source>
        <translation>매번 다른 난수로 다섯 번 겨룹니다. 우연일까요?</translation>
    </message>
</context>
<context>
    <name>CourseChart</name>
    <message>
        <source>{strength}: {right} right</source>
        <translation>{strength}: {right} 맞힘</translation>
    </message>
    <message>
        <source>{strength}: loss {loss:.4g}</source>
        <translation>{strength}: 손실 {loss:.4g}</translation>
    </message>
    <message>
        <source>How many samples are still told right when all of them are disturbed so much. A click on a point, or the arrow keys, show what is lost there.</source>
        <translation>모든 데이터를 이만큼 어렵게 만들었을 때 아직 맞히는 비율입니다. 점을 클릭하거나 화살표 키를 누르면 거기서 틀리게 된 데이터가 보입니다.</translation>
    </message>
    <message>
        <source>Right answers by strength</source>
        <translation>세기에 따른 정답 비율</translation>
    </message>
    <message>
        <source>right</source>
        <translation>정답 비율</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>strength of the noise</source>
        <translation>잡음의 세기</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>각도</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>이동 거리</translation>
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
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>loss (nats)</source>
        <translation>손실 (nat)</translation>
    </message>
    <message>
        <source>stuck (%)</source>
        <translation>죽음·포화 (%)</translation>
    </message>
    <message>
        <source>mean |a|</source>
        <translation>|a| 평균</translation>
    </message>
    <message>
        <source>|dW| / |W|</source>
        <translation>|dW| / |W|</translation>
    </message>
    <message>
        <source>A watch, by the axis on the right: what it says before the update of each iteration.</source>
        <translation>조사식, 오른쪽 축: 각 반복에서 갱신하기 전의 값입니다.</translation>
    </message>
    <message>
        <source>The loss is {name} at iteration {iteration:,}; training ended there.</source>
        <translation>{iteration:,}번째 반복에서 학습이 끝났습니다(손실: {name}).</translation>
    </message>
    <message>
        <source>Test loss {loss:.4g} after {iteration:,}.</source>
        <translation>반복 {iteration:,} 뒤 시험 손실 {loss:.4g}.</translation>
    </message>
    <message>
        <source>Changed before iteration {iteration:,}: {change}.</source>
        <translation>반복 {iteration:,} 앞에서 바뀜: {change}.</translation>
    </message>
    <message>
        <source>{name} is {number} at iteration {iteration:,}.</source>
        <translation>{name}: {number} (반복 {iteration:,}).</translation>
    </message>
    <message>
        <source>The loss of each mini-batch: the smaller, the better.</source>
        <translation>미니배치마다 구한 손실입니다. 작을수록 좋습니다.</translation>
    </message>
    <message>
        <source>Training data, solid. The loss without its noise: at each iteration the mean of the latest losses, over about 5% of the iterations in sight; it begins anew where something was changed. The accuracy: the share of the training data that the network gets right, measured after each epoch.</source>
        <translation>훈련 데이터, 실선입니다. 손실은 잡음을 걷어 낸 값으로, 보이는 반복의 약 5%에 걸친 최근 손실의 평균입니다. 무언가를 바꾼 곳에서는 새로 시작합니다. 정확도는 에폭마다 잰, 신경망이 맞히는 훈련 데이터의 비율입니다.</translation>
    </message>
    <message>
        <source>Test data, never trained on, dashed: loss and accuracy after each epoch. Where the test loss rises while the training loss falls, the network learns its training data by heart: overfitting.</source>
        <translation>한 번도 학습하지 않은 시험 데이터, 파선입니다. 에폭마다 잰 손실과 정확도입니다. 훈련 손실은 줄어드는데 시험 손실이 커지면 신경망이 훈련 데이터를 외우고 있는 것입니다. 오버피팅입니다.</translation>
    </message>
    <message>
        <source>The run before the last reset or undo, dotted: its smoothed loss and its test accuracy, to compare with.</source>
        <translation>초기화나 실행 취소를 하기 전의 학습, 점선입니다. 견주어 볼 수 있게 이동 평균 손실과 시험 정확도를 남겨 둡니다.</translation>
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
        <source>each batch</source>
        <translation>배치별</translation>
    </message>
    <message>
        <source>last run</source>
        <translation>지난 학습</translation>
    </message>
    <message>
        <source>Take the last run away</source>
        <translation>지난 학습 지우기</translation>
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
        <source>Here it parted from: {run}</source>
        <translation>여기서 갈라짐: {run}</translation>
    </message>
    <message>
        <source>Changed before it: {change}</source>
        <translation>이 앞에서 바뀜: {change}</translation>
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
        <source>After {iteration:,}</source>
        <translation>반복 {iteration:,} 뒤</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>시험 손실</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>훈련 정확도</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>시험 정확도</translation>
    </message>
    <message>
        <source>Pinned runs: smoothed loss, test accuracy</source>
        <translation>고정한 학습: 이동 평균 손실, 시험 정확도</translation>
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
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Dead or saturated</source>
        <translation>죽음·포화</translation>
    </message>
    <message>
        <source>Mean |a|</source>
        <translation>|a| 평균</translation>
    </message>
    <message>
        <source>Gradient / weights</source>
        <translation>기울기/가중치</translation>
    </message>
    <message>
        <source>The share of the data that the network gets right. Choose to see the health of its layers.</source>
        <translation>신경망이 맞히는 데이터의 비율입니다. 다른 것을 고르면 층의 상태를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>For each layer the share of its neurons that are dead (0 for each of 100 training samples) or saturated (nearly flat for nine of ten). Measured while you look at it, five times a second.</source>
        <translation>층마다 죽은 뉴런(훈련 데이터 100개에서 모두 0)과 포화된 뉴런(열에 아홉이 거의 평평한 곳)의 비율입니다. 보고 있는 동안 1초에 다섯 번 잽니다.</translation>
    </message>
    <message>
        <source>For each layer the mean size of what it puts out for 100 training samples, on a logarithmic axis: it should neither shrink nor grow from layer to layer. Measured while you look at it.</source>
        <translation>훈련 데이터 100개에서 층마다 내는 값의 크기를 평균한 것입니다. 축은 로그입니다. 층을 지나며 작아지거나 커지지 않는 것이 좋습니다. 보고 있는 동안에만 잽니다.</translation>
    </message>
    <message>
        <source>For each layer the norm of the gradient by its weights over the norm of the weights, for 100 training samples, on a logarithmic axis: where it is tiny the layer hardly learns, where it is large it jumps. Measured while you look at it.</source>
        <translation>훈련 데이터 100개에서 층마다 가중치에 대한 기울기의 노름을 가중치의 노름으로 나눈 값입니다. 축은 로그입니다. 아주 작으면 그 층은 거의 배우지 못하고, 크면 크게 튑니다. 보고 있는 동안에만 잽니다.</translation>
    </message>
    <message>
        <source>Beside the loss</source>
        <translation>손실 옆에 볼 것</translation>
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
        <source>Find the cause of this…</source>
        <translation>이렇게 된 원인 찾기…</translation>
    </message>
    <message>
        <source>Find the update with which the loss went wrong here, and try what would have helped.</source>
        <translation>여기서 손실이 잘못되기 시작한 갱신을 찾고, 무엇이 도움이 되었을지 시험합니다.</translation>
    </message>
    <message>
        <source>What would have been…</source>
        <translation>이랬다면 어땠을까…</translation>
    </message>
    <message>
        <source>Choose what could have been otherwise from here on, and see the branch that it leads to.</source>
        <translation>여기부터 무엇이 달랐다면 어땠을지 골라서, 거기서 갈라지는 분기를 봅니다.</translation>
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
        <source>Ask</source>
        <translation>묻기</translation>
    </message>
    <message>
        <source>Ask the training that led here: for a number at every iteration, or when something first held.</source>
        <translation>여기까지 온 학습에 묻습니다. 모든 반복의 수를 보거나, 조건이 처음 성립한 때를 찾습니다.</translation>
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
        <source>Many moments…</source>
        <translation>여러 시점…</translation>
    </message>
    <message>
        <source>See the surface, weights or the prediction at 8 to 16 moments beside each other.</source>
        <translation>곡면, 가중치, 예측을 8~16개 시점에서 나란히 봅니다.</translation>
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
    <name>DebugCommands</name>
    <message>
        <source>The program is still starting.</source>
        <translation>프로그램이 아직 시작하는 중입니다.</translation>
    </message>
    <message>
        <source>The training is being gone through again: wait for it, or cancel it in the debugger.</source>
        <translation>학습 과정을 다시 훑는 중입니다. 끝날 때까지 기다리거나 디버거에서 취소하세요.</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>한 단계 뒤로</translation>
    </message>
    <message>
        <source>Take the last step back; before the first one lies the end of the iteration before.</source>
        <translation>마지막 단계를 되돌립니다. 첫 단계에서 더 돌아가면 이전 반복의 끝입니다.</translation>
    </message>
    <message>
        <source>Step over</source>
        <translation>층 단위 실행</translation>
    </message>
    <message>
        <source>Compute the whole next layer; after the update comes the next iteration of training.</source>
        <translation>다음 층 전체를 계산합니다. 갱신이 끝나면 다음 반복으로 이어집니다.</translation>
    </message>
    <message>
        <source>Step into</source>
        <translation>노드 단위 실행</translation>
    </message>
    <message>
        <source>Compute the next node of the layer&apos;s graph.</source>
        <translation>층의 계산 그래프에서 다음 노드를 계산합니다.</translation>
    </message>
    <message>
        <source>Step out</source>
        <translation>끝까지 실행</translation>
    </message>
    <message>
        <source>Finish this layer; from its end, finish the phase.</source>
        <translation>이 층을 끝까지 계산합니다. 층의 끝에서는 순전파나 역전파를 끝까지 계산합니다.</translation>
    </message>
    <message>
        <source>Run to here</source>
        <translation>여기까지 실행</translation>
    </message>
    <message>
        <source>Go to the chosen line in the list of calls, or to where the chosen number is computed.</source>
        <translation>호출 목록에서 고른 줄이나 고른 숫자가 계산되는 곳으로 갑니다.</translation>
    </message>
    <message>
        <source>Reverse continue</source>
        <translation>이전 중단점까지 되돌아가기</translation>
    </message>
    <message>
        <source>Go back to the breakpoint before this place, also in an earlier iteration.</source>
        <translation>이 자리보다 앞선 중단점으로 돌아갑니다. 이전 반복으로도 갑니다.</translation>
    </message>
    <message>
        <source>Restart the pass</source>
        <translation>처음부터 다시</translation>
    </message>
    <message>
        <source>Go back to where nothing of this pass is computed.</source>
        <translation>이번 계산이 하나도 이루어지지 않은 처음으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Toggle breakpoint</source>
        <translation>중단점 설정/해제</translation>
    </message>
    <message>
        <source>Stop here from now on, or no longer: at the chosen line of the list, or where the pass stands.</source>
        <translation>목록에서 고른 줄이나 지금 자리에 중단점을 두거나 없앱니다.</translation>
    </message>
    <message>
        <source>Find where it went wrong</source>
        <translation>잘못된 곳 찾기</translation>
    </message>
    <message>
        <source>Go through the training again for the first moment at which a breakpoint holds; without any, at which a number was not finite, a layer died, or the loss or a gradient jumped.</source>
        <translation>학습을 처음부터 되짚어 중단점의 조건이 처음 맞는 순간을 찾습니다. 중단점이 없으면 수가 유한하지 않게 되거나, 층이 죽거나, 손실이나 기울기가 뛴 첫 순간을 찾습니다.</translation>
    </message>
    <message>
        <source>Find the cause…</source>
        <translation>원인 찾기…</translation>
    </message>
    <message>
        <source>Find the update with which it went wrong, and try from just before it what would have helped.</source>
        <translation>잘못되기 시작한 갱신을 찾고, 바로 전부터 무엇이 도움이 되었을지 시험합니다.</translation>
    </message>
    <message>
        <source>What would have been…</source>
        <translation>이랬다면 어땠을까…</translation>
    </message>
    <message>
        <source>Choose what could have been otherwise from some iteration on, and see where it leads.</source>
        <translation>어느 반복부터 무엇이 달랐다면 어땠을지 골라서, 어떻게 되었을지 봅니다.</translation>
    </message>
    <message>
        <source>Check all gradients</source>
        <translation>모든 기울기 확인</translation>
    </message>
    <message>
        <source>Compare the gradients by backpropagation with those by small differences, for all parameters.</source>
        <translation>모든 매개변수에서 오차역전파법의 기울기와 수치 미분의 기울기를 비교합니다.</translation>
    </message>
    <message>
        <source>Who taught you that?</source>
        <translation>누가 가르쳐 주었나요?</translation>
    </message>
    <message>
        <source>Show the training samples that raised or lowered most what the network says of the sample shown.</source>
        <translation>보이는 데이터에 대한 신경망의 답을 가장 크게 높이거나 낮춘 훈련 데이터를 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>DebugNotice</name>
    <message>
        <source>Progress of the search</source>
        <translation>찾기 진행률</translation>
    </message>
    <message>
        <source>How much of the training has been gone through again</source>
        <translation>학습을 얼마나 되짚었는지 보여 줍니다</translation>
    </message>
    <message>
        <source>Going through the training again, for the moment at which it went wrong.</source>
        <translation>학습을 되짚어 잘못된 순간을 찾는 중입니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Give the search up; nothing is changed.</source>
        <translation>찾기를 그만둡니다. 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Stop after this iteration and step through the next one.</source>
        <translation>이번 반복까지만 하고 멈춰 다음 반복을 단계별로 봅니다.</translation>
    </message>
    <message>
        <source>Training runs: pause it to step.</source>
        <translation>학습 중입니다. 단계별로 보려면 일시 정지하세요.</translation>
    </message>
    <message>
        <source>Pause and step</source>
        <translation>일시 정지하고 단계별 실행</translation>
    </message>
    <message>
        <source>Step through your sample, number by number: forward, and with a target the loss and the gradients.
“Next batch” above steps through training.</source>
        <translation>보고 있는 데이터를 숫자 하나하나까지 단계별로 봅니다. 순전파하고, 정답이 있으면 손실과 기울기도 계산합니다.
위에서 ‘다음 배치’를 고르면 학습을 단계별로 봅니다.</translation>
    </message>
    <message>
        <source>Record the pass of the sample that all panels show, and stand at its beginning.</source>
        <translation>모든 패널이 보여 주는 데이터의 계산을 기록하고 맨 앞에서 시작합니다.</translation>
    </message>
    <message>
        <source>Step through the next iteration of training, number by number: forward, loss, backward and update.</source>
        <translation>학습의 다음 반복을 숫자 하나하나까지 단계별로 봅니다. 순전파, 손실, 역전파, 갱신 순서입니다.</translation>
    </message>
    <message>
        <source>Record the next iteration and stand at its beginning; nothing is trained yet.</source>
        <translation>다음 반복을 기록하고 맨 앞에서 시작합니다. 아직 학습한 것은 없습니다.</translation>
    </message>
    <message>
        <source>Begin (F10)</source>
        <translation>시작 (F10)</translation>
    </message>
    <message>
        <source>There is no pass to step through: the data are not here, or do not fit the network.</source>
        <translation>단계별로 볼 계산이 없습니다. 데이터가 없거나 신경망에 맞지 않습니다.</translation>
    </message>
</context>
<context>
    <name>DebugReason</name>
    <message>
        <source>Stopped in iteration {iteration}: {reason}</source>
        <translation>반복 {iteration}에서 멈춤: {reason}</translation>
    </message>
    <message>
        <source>Close the reason</source>
        <translation>알림 닫기</translation>
    </message>
    <message>
        <source>Close: the breakpoint stays</source>
        <translation>닫습니다. 중단점은 그대로입니다</translation>
    </message>
    <message>
        <source>Training stopped before the update of this iteration: the cursor stands where the number was made. Step back from here, or continue.</source>
        <translation>이 반복의 갱신 직전에 학습을 멈췄습니다. 커서는 그 수가 만들어진 곳에 있습니다. 여기서 뒤로 가거나 계속하세요.</translation>
    </message>
</context>
<context>
    <name>DebugRow</name>
    <message>
        <source>Predict</source>
        <translation>예측해 보기</translation>
    </message>
    <message>
        <source>Be asked for the next number before it is computed.</source>
        <translation>계산하기 전에 다음 숫자를 먼저 맞혀 봅니다.</translation>
    </message>
    <message>
        <source>Nudge a weight</source>
        <translation>가중치 건드려 보기</translation>
    </message>
    <message>
        <source>Move one weight by a little h, and compare the change of the loss with its gradient.</source>
        <translation>가중치 하나를 작은 값 h만큼 움직여, 손실의 변화를 기울기와 견줍니다.</translation>
    </message>
    <message>
        <source>The mini-batch that training takes next: forward, loss, backward and the update.</source>
        <translation>학습이 다음에 쓸 미니배치입니다. 순전파, 손실, 역전파, 갱신을 모두 봅니다.</translation>
    </message>
    <message>
        <source>The sample that all panels show: its prediction and the gradients at it, no update.</source>
        <translation>모든 패널이 보여 주는 데이터입니다. 예측과 그때의 기울기만 있고 갱신은 없습니다.</translation>
    </message>
    <message>
        <source>Next batch</source>
        <translation>다음 배치</translation>
    </message>
    <message>
        <source>Sample shown</source>
        <translation>보고 있는 데이터</translation>
    </message>
    <message>
        <source>What goes through the network</source>
        <translation>신경망에 넣는 것</translation>
    </message>
    <message>
        <source>What goes through the network, step by step.</source>
        <translation>신경망에 넣어 단계별로 볼 것을 고릅니다.</translation>
    </message>
</context>
<context>
    <name>DebugStrip</name>
    <message>
        <source>Loss {before} → {after}</source>
        <translation>손실 {before} → {after}</translation>
    </message>
    <message>
        <source>Right in the batch {before:.1%} → {after:.1%}</source>
        <translation>배치 정확도 {before:.1%} → {after:.1%}</translation>
    </message>
    <message>
        <source>Before → after the edit</source>
        <translation>변경 전 → 변경 후</translation>
    </message>
    <message>
        <source>Sample {row}: {before} → {after}</source>
        <translation>데이터 {row}: {before} → {after}</translation>
    </message>
    <message>
        <source>Before and after the last edit: the largest output of the sample that changed most, the loss, and the share of the batch that is right. Undo (Ctrl+Z) takes the edit back.</source>
        <translation>마지막 변경의 전과 후입니다. 가장 많이 바뀐 데이터의 가장 큰 출력, 손실, 배치의 정확도를 보여 줍니다. 실행 취소(Ctrl+Z)로 되돌립니다.</translation>
    </message>
    <message>
        <source>Give every replaced number of this pass back what was computed</source>
        <translation>이번 계산에서 바꾼 값을 모두 계산된 값으로 되돌립니다</translation>
    </message>
    <message>
        <source>Give back the computed numbers</source>
        <translation>계산된 값으로 되돌리기</translation>
    </message>
</context>
<context>
    <name>DebugView</name>
    <message>
        <source>The recorded pass takes at most about {size:,.1f} MB of memory.</source>
        <translation>기록한 계산은 메모리를 최대 {size:,.1f} MB쯤 씁니다.</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>What the pass computes, in its order</source>
        <translation>계산하는 내용을 순서대로 보여 줍니다</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>The computational graph of the layer</source>
        <translation>층의 계산 그래프입니다</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>윈도우</translation>
    </message>
    <message>
        <source>The window of this layer as it slides over the numbers of the pass</source>
        <translation>이 계층의 윈도우가 이번 계산의 숫자 위를 움직이는 모습</translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation>행렬</translation>
    </message>
    <message>
        <source>The arrays of this step, number by number</source>
        <translation>이 단계의 배열을 숫자 하나하나까지 보여 줍니다</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>The code of this step in the book&apos;s style, its line lit</source>
        <translation>이 단계의 코드를 책의 방식으로 보여 주고 해당하는 줄을 밝힙니다</translation>
    </message>
    <message>
        <source>Place in the pass</source>
        <translation>계산의 위치</translation>
    </message>
    <message>
        <source>Drag through the pass. Left and right go by one step, page up and page down by a layer.</source>
        <translation>끌면 계산의 앞뒤로 움직입니다. 왼쪽과 오른쪽 키는 한 단계씩, Page Up과 Page Down은 한 층씩 옮깁니다.</translation>
    </message>
    <message>
        <source>The iteration of training, then the steps of its pass that have happened, and all of them</source>
        <translation>학습의 반복 횟수, 그리고 지나온 단계 수와 전체 단계 수입니다</translation>
    </message>
</context>
<context>
    <name>Debugger</name>
    <message>
        <source>Stepping through the sample shown; “Next batch” steps through training.</source>
        <translation>보고 있는 데이터를 단계별로 봅니다. ‘다음 배치’를 고르면 학습을 단계별로 봅니다.</translation>
    </message>
    <message>
        <source>The pass ends with what the network says: no loss and no way back without a target.</source>
        <translation>신경망의 출력에서 계산이 끝났습니다. 정답이 없으면 손실도 역전파도 없습니다.</translation>
    </message>
    <message>
        <source>No breakpoint holds before this place: the pass begins here.</source>
        <translation>이 앞에는 멈출 중단점이 없습니다. 여기가 이번 계산의 맨 앞입니다.</translation>
    </message>
    <message>
        <source>Iteration {first} is the earliest one that can be gone back to.</source>
        <translation>반복 {first}보다 앞으로는 돌아갈 수 없습니다.</translation>
    </message>
    <message>
        <source>Go back to the start of iteration {iteration}</source>
        <translation>반복 {iteration}의 시작으로 돌아가기</translation>
    </message>
    <message>
        <source>Set {name}[{index}]</source>
        <translation>{name}[{index}] 변경</translation>
    </message>
    <message>
        <source>Give back the computed numbers</source>
        <translation>계산된 값으로 되돌리기</translation>
    </message>
    <message>
        <source>The pass is at its end: a sample is looked at, not trained on.</source>
        <translation>계산이 끝났습니다. 이 데이터는 보기만 하고 학습하지 않습니다.</translation>
    </message>
    <message>
        <source>Train 1 iteration with replaced numbers</source>
        <translation>바꾼 값으로 1회 반복 학습</translation>
    </message>
</context>
<context>
    <name>DebuggerPanel</name>
    <message>
        <source>Debugger</source>
        <translation>디버거</translation>
    </message>
</context>
<context>
    <name>Demonstration</name>
    <message>
        <source>Demonstration: {title}</source>
        <translation>시연: {title}</translation>
    </message>
</context>
<context>
    <name>DemonstrationMenu</name>
    <message>
        <source>D&amp;emonstrations</source>
        <translation>시연(&amp;E)</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>What is proposed</source>
        <translation>제안</translation>
    </message>
    <message>
        <source>The lines that go, and those that come in their place.</source>
        <translation>없어지는 줄과 그 자리에 들어오는 줄입니다.</translation>
    </message>
</context>
<context>
    <name>DigitCanvas</name>
    <message>
        <source>Canvas</source>
        <translation>캔버스</translation>
    </message>
    <message>
        <source>Draw with the mouse or a pen; what you draw is recognised as you draw.</source>
        <translation>마우스나 펜으로 그리세요. 그리는 동안 바로 인식합니다.</translation>
    </message>
    <message>
        <source>Draw as large as you like. What you draw is recognised while you draw.</source>
        <translation>원하는 크기로 그리세요. 그리는 동안 바로 인식합니다.</translation>
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
    <name>DockTitles</name>
    <message>
        <source>Fill the window</source>
        <translation>창에 가득 채우기</translation>
    </message>
    <message>
        <source>Show nothing but this part for the moment; Escape puts everything back</source>
        <translation>잠시 이 부분만 보여 줍니다. Esc를 누르면 모두 돌아옵니다</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>떼어 내기</translation>
    </message>
    <message>
        <source>Make this part a window of its own</source>
        <translation>이 패널을 따로 떼어 냅니다</translation>
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
    <name>Document</name>
    <message>
        <source>Undo: {what}</source>
        <translation>실행 취소: {what}</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>다시 실행: {what}</translation>
    </message>
</context>
<context>
    <name>DrawingInput</name>
    <message>
        <source>What the network receives</source>
        <translation>신경망이 받는 입력</translation>
    </message>
    <message>
        <source>Nothing is left to take back here. The next Ctrl+Z undoes: {what}</source>
        <translation>캔버스에는 더 되돌릴 것이 없습니다. Ctrl+Z를 한 번 더 누르면 실행 취소합니다: {what}</translation>
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
        <source>All panels look at another sample now: the list at the top leads back to yours.</source>
        <translation>지금은 모든 패널이 다른 데이터를 보고 있습니다. 위의 목록에서 그린 것으로 돌아갈 수 있습니다.</translation>
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
        <source>A drawing goes the way that the pictures of the data went. Point at a pixel to read its value.</source>
        <translation>그린 것은 데이터의 그림과 같은 과정을 거칩니다. 픽셀을 가리키면 값을 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>who taught you that?</source>
        <translation>누가 가르쳐 주었나요?</translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation>여기에 숫자를 그리세요</translation>
    </message>
    <message>
        <source>Draw a digit, drop a picture of one, or leaf through the test digits below.</source>
        <translation>숫자를 그리거나, 숫자 그림을 끌어다 놓거나, 아래에서 시험 숫자를 넘겨 보세요.</translation>
    </message>
    <message>
        <source>Label of this digit</source>
        <translation>이 숫자의 레이블</translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation>여기에 그리세요</translation>
    </message>
    <message>
        <source>Draw one of these: {classes}. Or drop a picture, or leaf through yours below.</source>
        <translation>다음 가운데 하나를 그리세요: {classes}. 그림을 끌어다 놓거나, 아래에서 내 그림을 넘겨 봐도 됩니다.</translation>
    </message>
    <message>
        <source>Label of this picture</source>
        <translation>이 그림의 레이블</translation>
    </message>
    <message>
        <source>Stand-in until then: {sample}</source>
        <translation>그릴 때까지 대신 보는 것: {sample}</translation>
    </message>
    <message>
        <source>What did you mean? Choose its label.</source>
        <translation>무엇을 그렸나요? 레이블을 골라 주세요.</translation>
    </message>
    <message>
        <source>The network&apos;s outputs are not one number for each class of the data.</source>
        <translation>신경망의 출력이 데이터의 클래스마다 하나씩이 아닙니다.</translation>
    </message>
    <message>
        <source>Typed numbers</source>
        <translation>입력한 숫자</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>내가 그린 그림</translation>
    </message>
    <message>
        <source>Test digit {number}</source>
        <translation>시험 숫자 {number}</translation>
    </message>
    <message>
        <source>Training digit {number}</source>
        <translation>훈련 숫자 {number}</translation>
    </message>
    <message>
        <source>Test picture {number}</source>
        <translation>시험 그림 {number}</translation>
    </message>
    <message>
        <source>Training picture {number}</source>
        <translation>훈련 그림 {number}</translation>
    </message>
    <message>
        <source>Your digit</source>
        <translation>그린 숫자</translation>
    </message>
</context>
<context>
    <name>EdgeEditing</name>
    <message>
        <source>gradient of {weight}: {number}</source>
        <translation>{weight}의 기울기: {number}</translation>
    </message>
    <message>
        <source>adds {x} · {w} = {product}</source>
        <translation>더하는 값: {x} · {w} = {product}</translation>
    </message>
    <message>
        <source>Drag up or down, double-click or type: another weight</source>
        <translation>위아래로 끌거나, 두 번 클릭하거나, 숫자를 입력하면 가중치가 바뀝니다</translation>
    </message>
    <message>
        <source>Right-click: its history, and where it comes from</source>
        <translation>오른쪽 클릭: 변해 온 과정과 나온 곳</translation>
    </message>
    <message>
        <source>{here} here, {there} there, difference {apart}</source>
        <translation>이쪽 {here}, 상대 {there}, 차이 {apart}</translation>
    </message>
    <message>
        <source>These are gradients: they follow from the weights and cannot be set.</source>
        <translation>지금 보이는 것은 기울기입니다. 가중치에서 계산되는 값이라 직접 정할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>ElementLines</name>
    <message>
        <source>Left out: {count} smaller terms, together {rest}.</source>
        <translation>작은 항 {count}개 생략, 합은 {rest}.</translation>
    </message>
    <message>
        <source>Given: an input, a target, a parameter or what the optimizer remembers.</source>
        <translation>주어진 값입니다. 입력, 정답, 매개변수, 최적화 기법이 기억하는 값 가운데 하나입니다.</translation>
    </message>
    <message>
        <source>Replaced by hand: what follows is computed from it. Undo (Ctrl+Z) gives the computed number back.</source>
        <translation>직접 바꾼 값입니다. 뒤따르는 값은 이 값으로 계산합니다. 실행 취소(Ctrl+Z)를 누르면 계산된 값으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Point at a number in a matrix to see how it was computed.</source>
        <translation>행렬의 숫자를 가리키면 어떻게 계산했는지 보입니다.</translation>
    </message>
    <message>
        <source>Its history</source>
        <translation>변화 과정</translation>
    </message>
    <message>
        <source>Show where it comes from</source>
        <translation>어디에서 왔는지 보기</translation>
    </message>
    <message>
        <source>All updates that made it</source>
        <translation>이 값을 만든 모든 갱신</translation>
    </message>
    <message>
        <source>Click: this number at every moment of the training; nothing is edited.</source>
        <translation>클릭: 이 수가 학습의 매 순간에 어떤 값이었는지 보여 줍니다. 아무것도 편집하지 않습니다.</translation>
    </message>
    <message>
        <source>Click: the updates that made it, the largest first; nothing is edited.</source>
        <translation>클릭: 이 값을 만든 갱신을 큰 것부터 보여 줍니다. 아무것도 편집하지 않습니다.</translation>
    </message>
    <message>
        <source>Click: a parameter leads to the update that made it, an input to its row of the data.</source>
        <translation>클릭: 매개변수는 그 값을 만든 갱신으로, 입력은 데이터의 해당 행으로 이동합니다.</translation>
    </message>
    <message>
        <source>Click: to where it was computed</source>
        <translation>누르면 계산한 곳으로 갑니다</translation>
    </message>
    <message>
        <source>given</source>
        <translation>주어진 값</translation>
    </message>
    <message>
        <source>{name} is not computed yet.</source>
        <translation>{name}: 아직 계산하지 않았습니다.</translation>
    </message>
    <message>
        <source>Copy the lines as text (Ctrl+C)</source>
        <translation>계산을 텍스트로 복사합니다 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Copy the lines</source>
        <translation>계산 복사</translation>
    </message>
    <message>
        <source>How the number was computed</source>
        <translation>숫자를 계산한 방법</translation>
    </message>
    <message>
        <source>The step that computed this number</source>
        <translation>이 숫자를 계산한 단계</translation>
    </message>
</context>
<context>
    <name>ElementPieces</name>
    <message>
        <source>{count} more</source>
        <translation>{count}개 더</translation>
    </message>
</context>
<context>
    <name>EvaluationPanel</name>
    <message>
        <source>Evaluation</source>
        <translation>평가</translation>
    </message>
</context>
<context>
    <name>EvaluationView</name>
    <message>
        <source>test row {row}</source>
        <translation>시험 데이터 {row}번</translation>
    </message>
    <message>
        <source>training row {row}</source>
        <translation>훈련 데이터 {row}번</translation>
    </message>
    <message>
        <source>Asking the network …</source>
        <translation>신경망에 묻는 중…</translation>
    </message>
    <message>
        <source>{count:,} samples</source>
        <translation>데이터 {count:,}개</translation>
    </message>
    <message>
        <source>{right:,} right, {share}</source>
        <translation>맞음 {right:,}개, {share}</translation>
    </message>
    <message>
        <source>off by {error:.4g} on the average</source>
        <translation>평균 오차 {error:.4g}</translation>
    </message>
    <message>
        <source>loss {loss:.4g}</source>
        <translation>손실 {loss:.4g}</translation>
    </message>
    <message>
        <source>{count:,} answers are no numbers</source>
        <translation>답이 수가 아닌 것 {count:,}개</translation>
    </message>
    <message>
        <source>of a moment ago</source>
        <translation>조금 전의 값</translation>
    </message>
    <message>
        <source>{shown:,} of {count:,}</source>
        <translation>{shown:,} / {count:,}개</translation>
    </message>
    <message>
        <source>No sample is in this cell of the table.</source>
        <translation>표의 이 칸에는 데이터가 없습니다.</translation>
    </message>
    <message>
        <source>Test data</source>
        <translation>시험 데이터</translation>
    </message>
    <message>
        <source>Samples that the network has not learned from.</source>
        <translation>신경망이 학습에 쓰지 않은 데이터입니다.</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>훈련 데이터</translation>
    </message>
    <message>
        <source>Samples that it has learned from.</source>
        <translation>신경망이 학습에 쓴 데이터입니다.</translation>
    </message>
    <message>
        <source>On which samples the network is judged: the first {count:,} of them.</source>
        <translation>신경망을 어떤 데이터로 평가하는지 고릅니다. 처음 {count:,}개까지 씁니다.</translation>
    </message>
    <message>
        <source>Judged on</source>
        <translation>평가에 쓰는 데이터</translation>
    </message>
    <message>
        <source>How good the network is</source>
        <translation>신경망의 성적</translation>
    </message>
    <message>
        <source>As it learns</source>
        <translation>학습하면서</translation>
    </message>
    <message>
        <source>As often as a fiftieth of the time of training allows.</source>
        <translation>학습 시간의 50분의 1 안에서 되도록 자주 묻습니다.</translation>
    </message>
    <message>
        <source>Every 10 s</source>
        <translation>10초마다</translation>
    </message>
    <message>
        <source>Every ten seconds at the most, while training runs.</source>
        <translation>학습하는 동안 많아야 10초에 한 번 묻습니다.</translation>
    </message>
    <message>
        <source>At a pause</source>
        <translation>멈췄을 때</translation>
    </message>
    <message>
        <source>Not while training runs: when it pauses or ends.</source>
        <translation>학습하는 동안은 묻지 않고, 일시 정지하거나 끝났을 때 묻습니다.</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>갱신 주기</translation>
    </message>
    <message>
        <source>How often the network is asked again while it learns.</source>
        <translation>학습하는 동안 신경망에 얼마나 자주 다시 묻는지 고릅니다.</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>How many samples of each true class were called what.</source>
        <translation>각 정답의 데이터가 어떤 답을 몇 개씩 받았는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Which share of each true class was called what: rows add up to 100%.</source>
        <translation>각 정답의 데이터가 어떤 답을 어떤 비율로 받았는지 보여 줍니다. 한 행을 더하면 100%입니다.</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>보정도</translation>
    </message>
    <message>
        <source>Whether the network is right as often as it is sure.</source>
        <translation>신경망이 확신하는 만큼 실제로 맞는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>What is said against what is true.</source>
        <translation>참값에 대한 신경망의 답입니다.</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>잔차</translation>
    </message>
    <message>
        <source>How far off the answers are, and how that goes.</source>
        <translation>답이 정답에서 얼마나 벗어나는지, 그 모양은 어떤지 봅니다.</translation>
    </message>
    <message>
        <source>Robustness</source>
        <translation>강건성</translation>
    </message>
    <message>
        <source>How right it stays with noise, and shifted or turned.</source>
        <translation>잡음을 더하거나 옮기거나 돌려도 얼마나 맞히는지 봅니다.</translation>
    </message>
    <message>
        <source>Against a run</source>
        <translation>다른 학습과 비교</translation>
    </message>
    <message>
        <source>What became better and what worse than with another network.</source>
        <translation>다른 신경망보다 무엇이 좋아지고 무엇이 나빠졌는지 봅니다.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Where a layer puts the samples: those that are alike to it together.</source>
        <translation>층이 데이터를 놓는 자리입니다. 층이 비슷하게 보는 것끼리 모입니다.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>As what the answers are shown.</source>
        <translation>답을 어떤 모습으로 볼지 고릅니다.</translation>
    </message>
    <message>
        <source>Least certain</source>
        <translation>확신이 적은 순</translation>
    </message>
    <message>
        <source>The samples with the largest loss come first.</source>
        <translation>손실이 큰 데이터부터 나옵니다.</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>크게 틀린 순</translation>
    </message>
    <message>
        <source>Those come first whose two best classes are closest to each other.</source>
        <translation>1위와 2위 클래스의 차이가 작은 데이터부터 나옵니다.</translation>
    </message>
    <message>
        <source>True {true}, said {said}</source>
        <translation>정답 {true}, 답 {said}</translation>
    </message>
    <message>
        <source>The samples of the cell that was chosen in the table.</source>
        <translation>표에서 고른 칸의 데이터입니다.</translation>
    </message>
    <message>
        <source>Which samples</source>
        <translation>보여 줄 데이터</translation>
    </message>
    <message>
        <source>Which samples are listed, and in which order.</source>
        <translation>어떤 데이터를 어떤 순서로 보여 줄지 고릅니다.</translation>
    </message>
</context>
<context>
    <name>EventGraph</name>
    <message>
        <source>Computational graph</source>
        <translation>계산 그래프</translation>
    </message>
    <message>
        <source>Computational graph of {layer}</source>
        <translation>{layer} 계산 그래프</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>원소</translation>
    </message>
    <message>
        <source>Row of the batch whose numbers stand along the edges. “all” shows shapes and ranges.</source>
        <translation>연결선에 값을 표시할 배치의 행입니다. ‘모두’를 고르면 형상과 범위가 보입니다.</translation>
    </message>
    <message>
        <source>Place in the row: the neuron whose numbers stand along the edges. “all” shows shapes and ranges.</source>
        <translation>행 안의 위치입니다. 이 뉴런의 값을 연결선에 표시합니다. ‘모두’를 고르면 형상과 범위가 보입니다.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>The layer at which the cursor stands, and on which way.</source>
        <translation>커서가 있는 층과 진행 방향입니다.</translation>
    </message>
    <message>
        <source>Along the edges</source>
        <translation>선 위에 쓸 것</translation>
    </message>
    <message>
        <source>What stands along the edges of the graph.</source>
        <translation>그래프의 선을 따라 무엇을 쓸지 고릅니다.</translation>
    </message>
    <message>
        <source>Show the whole graph (0). Zoom with the wheel or + and -, move by dragging.</source>
        <translation>그래프 전체를 보여 줍니다 (0). 휠이나 + -로 확대하고 끌어서 옮깁니다.</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>그래프 전체 보기</translation>
    </message>
    <message>
        <source>The numbers that go forwards and the gradients that come back.</source>
        <translation>앞으로 가는 수와 거꾸로 오는 기울기입니다.</translation>
    </message>
    <message>
        <source>How each is made by the chain rule: exp(-x) forwards, -∂L/∂y·y² backwards.</source>
        <translation>연쇄법칙에 따른 식입니다. 순전파는 exp(-x), 역전파는 -∂L/∂y·y²처럼 씁니다.</translation>
    </message>
    <message>
        <source>Each number with its symbol beside it, where there is room.</source>
        <translation>수와 식을 함께 씁니다. 식은 자리가 있는 곳에만 나옵니다.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>수</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>식</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>수와 식</translation>
    </message>
</context>
<context>
    <name>EventGraphWords</name>
    <message>
        <source>{value}   (given)</source>
        <translation>{value}   (주어진 값)</translation>
    </message>
    <message>
        <source>{name}: not computed yet</source>
        <translation>{name}: 아직 계산하지 않음</translation>
    </message>
    <message>
        <source>Click: where it comes from</source>
        <translation>누르면 나온 곳으로 갑니다</translation>
    </message>
    <message>
        <source>Upstream gradient</source>
        <translation>상류에서 온 기울기</translation>
    </message>
    <message>
        <source>upstream gradient × local derivative = what flows on</source>
        <translation>상류 기울기 × 국소적 미분 = 하류로 보내는 값</translation>
    </message>
    <message>
        <source>More will come from {names}</source>
        <translation>{names}에서 더 올 예정</translation>
    </message>
    <message>
        <source>{shape} numbers from {low} to {high}, mean {mean}</source>
        <translation>수 {shape}개: {low}~{high}, 평균 {mean}</translation>
    </message>
</context>
<context>
    <name>EventMatrices</name>
    <message>
        <source>No pass is recorded</source>
        <translation>기록된 계산이 없습니다</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Show what is as long as a picture has pixels as pictures: inputs, and the columns of W1. Ctrl and the wheel, or + and -, come nearer until the numbers can be read.</source>
        <translation>그림의 픽셀 수와 길이가 같은 입력과 W1의 열 같은 것을 그림으로 보여 줍니다. Ctrl과 휠 또는 + -로 숫자가 읽힐 때까지 확대할 수 있습니다.</translation>
    </message>
    <message>
        <source>Matrices as pictures</source>
        <translation>행렬을 그림으로 보기</translation>
    </message>
    <message>
        <source>What is computed</source>
        <translation>계산하는 내용</translation>
    </message>
</context>
<context>
    <name>EventMatrixView</name>
    <message>
        <source>Numbers can be changed in the whole next batch, where a step takes or computes them.</source>
        <translation>이 수는 바꿀 수 없습니다. 다음 배치 전체를 볼 때 단계에 들어가는 수와 단계에서 나온 수를 바꿀 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>EventMatrixWords</name>
    <message>
        <source>everywhere</source>
        <translation>모두 같음</translation>
    </message>
    <message>
        <source>more to come from {names}</source>
        <translation>{names}에서 더 올 예정</translation>
    </message>
    <message>
        <source>sum over {count} samples</source>
        <translation>데이터 {count}개의 합</translation>
    </message>
    <message>
        <source>before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>after</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>upstream gradient</source>
        <translation>상류 기울기</translation>
    </message>
    <message>
        <source>local derivative</source>
        <translation>국소적 미분</translation>
    </message>
    <message>
        <source>upstream × local</source>
        <translation>상류 × 국소</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>What this step works with.</source>
        <translation>이 단계에 쓰이는 값입니다.</translation>
    </message>
    <message>
        <source>The gradient of the loss by the result of this step: it comes from behind.</source>
        <translation>이 단계의 결과에 대한 손실의 기울기입니다. 뒤쪽에서 흘러옵니다.</translation>
    </message>
    <message>
        <source>How much the result of this step changes with its input, at these numbers.</source>
        <translation>지금 값에서 입력이 변할 때 이 단계의 결과가 얼마나 변하는지를 나타냅니다.</translation>
    </message>
    <message>
        <source>Upstream gradient times local derivative: what this step adds to a gradient that other steps feed too.</source>
        <translation>상류 기울기와 국소적 미분의 곱입니다. 다른 단계에서도 오는 기울기에 이 단계가 더하는 몫입니다.</translation>
    </message>
    <message>
        <source>What this step computes. Point at a number to see what it was made of.</source>
        <translation>이 단계의 계산 결과입니다. 숫자를 가리키면 무엇으로 계산했는지 보입니다.</translation>
    </message>
    <message>
        <source>The value is used more than once, so its gradients add up; not all of them have come yet.</source>
        <translation>이 값은 여러 번 쓰이므로 기울기를 모두 더합니다. 아직 다 오지 않았습니다.</translation>
    </message>
    <message>
        <source>Whole batch, N = {count}</source>
        <translation>배치 전체, N = {count}</translation>
    </message>
    <message>
        <source>One sample alone makes no update.</source>
        <translation>데이터 하나만으로는 갱신하지 않습니다.</translation>
    </message>
    <message>
        <source>Sample {row} alone, N = 1</source>
        <translation>{row}번 데이터만, N = 1</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>before the edit: {value}</source>
        <translation>변경 전: {value}</translation>
    </message>
</context>
<context>
    <name>EventTree</name>
    <message>
        <source>dead</source>
        <translation>죽음</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>포화</translation>
    </message>
    <message>
        <source>vanished</source>
        <translation>소실</translation>
    </message>
    <message>
        <source>exploded</source>
        <translation>폭발</translation>
    </message>
    <message>
        <source>Click to go there; F9 sets a breakpoint.</source>
        <translation>누르면 그 자리로 갑니다. F9로 중단점을 둡니다.</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>형상</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Calls of the pass</source>
        <translation>계산의 호출 목록</translation>
    </message>
    <message>
        <source>What the pass computes, in its order: phases, layers and their nodes.</source>
        <translation>계산하는 순서대로 과정, 층, 노드를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Run to here</source>
        <translation>여기까지 실행</translation>
    </message>
    <message>
        <source>Toggle breakpoint</source>
        <translation>중단점 설정/해제</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>{what}: your network as it is now</source>
        <translation>{what}: 지금의 내 신경망</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>내보내기(&amp;E)</translation>
    </message>
    <message>
        <source>Program on &amp;nn…</source>
        <translation>nn 프로그램(&amp;N)…</translation>
    </message>
    <message>
        <source>A Python program that does the run again, bit for bit</source>
        <translation>같은 학습을 비트 하나까지 똑같이 다시 하는 파이썬 프로그램입니다</translation>
    </message>
    <message>
        <source>Program on N&amp;umPy alone…</source>
        <translation>NumPy만 쓰는 프로그램(&amp;U)…</translation>
    </message>
    <message>
        <source>The same run, bit for bit, with every layer written out and without this program&apos;s library</source>
        <translation>비트 하나까지 똑같은 학습입니다. 이 프로그램의 라이브러리 없이 모든 층을 풀어 씁니다</translation>
    </message>
    <message>
        <source>Program for Py&amp;Torch…</source>
        <translation>PyTorch 프로그램(&amp;T)…</translation>
    </message>
    <message>
        <source>The same run with PyTorch, equal to rounding</source>
        <translation>PyTorch로 하는 같은 학습입니다. 반올림 오차 안에서 같습니다</translation>
    </message>
    <message>
        <source>&amp;Weights as .npz…</source>
        <translation>가중치를 .npz로(&amp;W)…</translation>
    </message>
    <message>
        <source>NumPy arrays under the book&apos;s names, W1, b1, …</source>
        <translation>책의 이름(W1, b1, …)을 붙인 NumPy 배열입니다</translation>
    </message>
    <message>
        <source>Weights as .&amp;safetensors…</source>
        <translation>가중치를 .safetensors로(&amp;S)…</translation>
    </message>
    <message>
        <source>The same arrays in the format that PyTorch and others read</source>
        <translation>PyTorch 등에서 읽는 형식으로 저장한 같은 배열입니다</translation>
    </message>
    <message>
        <source>Network as &amp;ONNX…</source>
        <translation>신경망을 ONNX로(&amp;O)…</translation>
    </message>
    <message>
        <source>The network for other programs; needs the Python package onnx</source>
        <translation>다른 프로그램에서 쓸 신경망입니다. 파이썬 패키지 onnx가 필요합니다</translation>
    </message>
</context>
<context>
    <name>FeatureForm</name>
    <message>
        <source>What goes in</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>{name}, in the unit of the data</source>
        <translation>{name}: 데이터의 단위로 나타낸 값</translation>
    </message>
    <message>
        <source>The first {shown} of {count:,} features; the others go in as they are in the row.</source>
        <translation>특징 {count:,}개 가운데 처음 {shown}개입니다. 나머지는 이 행의 값 그대로 들어갑니다.</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>&amp;New</source>
        <translation>새로 만들기(&amp;N)</translation>
    </message>
    <message>
        <source>Begin with the book&apos;s network for MNIST, not yet trained</source>
        <translation>아직 학습하지 않은, 책의 MNIST 신경망으로 시작합니다</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a document and go on exactly where it was saved</source>
        <translation>문서를 열어 저장한 자리에서 그대로 이어 갑니다</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>Write network, training state and history into the document&apos;s file</source>
        <translation>신경망, 학습 상태, 변경 이력을 문서 파일에 저장합니다</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>다른 이름으로 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>Write the document into another file</source>
        <translation>문서를 다른 파일에 저장합니다</translation>
    </message>
    <message>
        <source>Save wit&amp;hout the past…</source>
        <translation>과거 없이 저장(&amp;H)…</translation>
    </message>
    <message>
        <source>Write a smaller file, from which the moments of the training cannot be looked at again</source>
        <translation>더 작은 파일로 저장합니다. 그 파일에서는 학습의 순간들을 다시 볼 수 없습니다</translation>
    </message>
</context>
<context>
    <name>FileButtons</name>
    <message>
        <source>Samples of your own are in no file of a race: this race is kept in your document. Save that.</source>
        <translation>직접 만든 데이터는 경주 파일에 들어가지 않습니다. 이 경주는 문서에 들어 있으니 문서를 저장하세요.</translation>
    </message>
    <message>
        <source>race</source>
        <translation>경주</translation>
    </message>
    <message>
        <source>Save the race</source>
        <translation>경주 저장</translation>
    </message>
    <message>
        <source>Open a race</source>
        <translation>경주 열기</translation>
    </message>
    <message>
        <source>Races (*.json *.toml)</source>
        <translation>경주 (*.json *.toml)</translation>
    </message>
    <message>
        <source>Keep the race as .json, its outcome as .csv, or a program on nn.</source>
        <translation>경주를 .json으로, 결과를 .csv로, 또는 nn 프로그램으로 저장합니다.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Show a race that was saved.</source>
        <translation>저장한 경주를 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>Open a document</source>
        <translation>문서 열기</translation>
    </message>
    <message>
        <source>Save the document</source>
        <translation>문서 저장</translation>
    </message>
    <message>
        <source>Saved {name}: {whole:.1f} MB; the moments of its training take {size:.1f} MB of it.</source>
        <translation>저장했습니다: {name}, {whole:.1f} MB. 그중 학습 과정의 순간들이 {size:.1f} MB입니다.</translation>
    </message>
    <message>
        <source>Saved {name} without the moments of its training: it is {size:.1f} MB smaller for it.</source>
        <translation>저장했습니다: {name}. 학습 과정의 순간들을 빼서 {size:.1f} MB 작습니다.</translation>
    </message>
    <message>
        <source>&amp;Import its weights…</source>
        <translation>가중치만 가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>저장했습니다: {name}.</translation>
    </message>
    <message>
        <source>Recovered {name}. It is not saved yet.</source>
        <translation>복구했습니다: {name}. 아직 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>Opened {name}.</source>
        <translation>열었습니다: {name}.</translation>
    </message>
    <message>
        <source>Saved {name}. Its data are too large to go with it: keep {file}, too.</source>
        <translation>저장했습니다: {name}. 데이터는 너무 커서 함께 담지 못했으니 {file} 파일도 보관하세요.</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>변경한 내용을 저장할까요? ({name})</translation>
    </message>
    <message>
        <source>Do&amp;n&apos;t save</source>
        <translation>저장 안 함(&amp;N)</translation>
    </message>
    <message>
        <source>What is not saved is lost.</source>
        <translation>저장하지 않은 내용은 사라집니다.</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>바꾸기(&amp;R)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>다른 이름으로 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Open anyway</source>
        <translation>그래도 열기(&amp;O)</translation>
    </message>
    <message>
        <source>Opened twice, each window asks before it replaces what the other has saved.</source>
        <translation>두 곳에서 열면, 다른 창이 저장한 것을 바꾸기 전에 창마다 물어봅니다.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
</context>
<context>
    <name>FileProgress</name>
    <message>
        <source>Saving {name}: {share}%</source>
        <translation>저장 중 ({share}%): {name}</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>{name} cannot be opened: {reason}.</source>
        <translation>열 수 없습니다: {name} ({reason}).</translation>
    </message>
    <message>
        <source>{name} was not saved: {reason}.</source>
        <translation>저장하지 못했습니다: {name} ({reason}).</translation>
    </message>
    <message>
        <source>{name} was written, but the disk did not confirm it. Save again, or in another place.</source>
        <translation>{name} 파일을 썼지만 디스크가 확인해 주지 않았습니다. 다시 저장하거나 다른 곳에 저장하세요.</translation>
    </message>
    <message>
        <source>{name} is no file that can be read.</source>
        <translation>읽을 수 있는 파일이 아닙니다: {name}.</translation>
    </message>
    <message>
        <source>{name} has {size:,} bytes; a document has {most:,} at most.</source>
        <translation>{name}: {size:,}바이트입니다. 문서는 {most:,}바이트까지 읽습니다.</translation>
    </message>
    <message>
        <source>{name} is not there any more: it was moved or deleted, or its drive was removed.</source>
        <translation>파일이 없습니다: {name}. 옮겼거나 지웠거나 드라이브를 뺐습니다.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>읽을 수 없습니다: {name} ({reason}).</translation>
    </message>
    <message>
        <source>Another program changed {name} since it was opened or saved here. Replacing it loses those changes; saving under another name keeps both.</source>
        <translation>여기서 열거나 저장한 뒤 다른 프로그램이 파일을 바꾸었습니다: {name}. 바꾸면 그 변경이 사라지고, 다른 이름으로 저장하면 둘 다 남습니다.</translation>
    </message>
    <message>
        <source>{name} is open in another window already (process {process} on {host}).</source>
        <translation>다른 창에 이미 열려 있습니다: {name} ({host}의 프로세스 {process}).</translation>
    </message>
    <message>
        <source>Save under another name: your work is open and unchanged.</source>
        <translation>다른 이름으로 저장하세요. 작업은 열린 채 그대로입니다.</translation>
    </message>
    <message>
        <source>{name} could not be saved.</source>
        <translation>저장하지 못했습니다: {name}.</translation>
    </message>
    <message>
        <source>What was in the file is still there, and your work is open and unchanged.</source>
        <translation>파일의 내용은 그대로이고, 작업도 열린 채 그대로입니다.</translation>
    </message>
    <message>
        <source>The disk is full: make room on it, or save in another place.</source>
        <translation>디스크가 가득 찼습니다. 자리를 만들거나 다른 곳에 저장하세요.</translation>
    </message>
    <message>
        <source>The file or its folder is write-protected: save under another name or in another folder.</source>
        <translation>파일이나 폴더가 쓰기 금지되어 있습니다. 다른 이름이나 다른 폴더로 저장하세요.</translation>
    </message>
    <message>
        <source>Its folder is gone, or its drive: bring it back, or save in another place.</source>
        <translation>폴더나 드라이브가 없어졌습니다. 되돌려 놓거나 다른 곳에 저장하세요.</translation>
    </message>
    <message>
        <source>The disk answers: {reason}. Save in another place.</source>
        <translation>디스크의 답: {reason}. 다른 곳에 저장하세요.</translation>
    </message>
</context>
<context>
    <name>FilterEdits</name>
    <message>
        <source>Set {place} to {value}</source>
        <translation>{place} = {value}</translation>
    </message>
    <message>
        <source>Change numbers of {place}</source>
        <translation>{place} 수 바꾸기</translation>
    </message>
    <message>
        <source>Set numbers of {place} to 0</source>
        <translation>{place} 수를 0으로</translation>
    </message>
    <message>
        <source>{place} is copied: choose another filter and paste it there.</source>
        <translation>{place} 복사됨: 다른 필터를 고르고 거기에 붙여 넣으세요.</translation>
    </message>
    <message>
        <source>Paste into {place}</source>
        <translation>{place}에 붙여넣기</translation>
    </message>
    <message>
        <source>The clipboard holds {got} numbers; a filter of this layer takes {whole}, one of its channels {one}: copy as many.</source>
        <translation>클립보드의 수: {got}. 이 층의 필터 하나는 {whole}, 채널 하나는 {one}입니다. 개수를 맞추어 복사하세요.</translation>
    </message>
</context>
<context>
    <name>FilterFound</name>
    <message>
        <source>Searching: {count} of {total} test samples.</source>
        <translation>찾는 중: 시험 데이터 {total}개 중 {count}개.</translation>
    </message>
    <message>
        <source>The filter puts out no number for any sample: its weights are no numbers any more.</source>
        <translation>이 필터는 어떤 데이터에도 수를 출력하지 않습니다. 가중치가 더는 수가 아닙니다.</translation>
    </message>
    <message>
        <source>Stopped after {count} of {total} test samples; these are the most exciting of them.</source>
        <translation>시험 데이터 {total}개 중 {count}개까지 찾고 멈췄습니다. 그중 가장 크게 반응한 것입니다.</translation>
    </message>
    <message>
        <source>Of {count} test samples the most exciting, and what the filter puts out there.</source>
        <translation>시험 데이터 {count}개 가운데 가장 크게 반응한 것과 그 자리의 출력입니다.</translation>
    </message>
    <message>
        <source>The weights have changed since: search again.</source>
        <translation>그 뒤로 가중치가 바뀌었으니 다시 찾으세요.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancel the search</source>
        <translation>찾기 취소</translation>
    </message>
    <message>
        <source>Search no further; what was found stays.</source>
        <translation>더 찾지 않습니다. 찾은 것은 남습니다.</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>찾기 진행률</translation>
    </message>
</context>
<context>
    <name>FilterNumbers</name>
    <message>
        <source>A column of the filter: click to select its numbers.</source>
        <translation>필터의 한 열입니다. 클릭하면 그 수들을 고릅니다.</translation>
    </message>
    <message>
        <source>A row of the filter: click to select its numbers.</source>
        <translation>필터의 한 행입니다. 클릭하면 그 수들을 고릅니다.</translation>
    </message>
</context>
<context>
    <name>FilterSide</name>
    <message>
        <source>Search the test samples for those that excite this filter most (Enter).</source>
        <translation>시험 데이터에서 이 필터가 가장 크게 반응하는 것을 찾습니다 (Enter).</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Prune</source>
        <translation>가지치기</translation>
    </message>
    <message>
        <source>Copy all numbers of the filter, to be pasted into another one.</source>
        <translation>필터의 수를 모두 복사해 다른 필터에 붙여 넣습니다.</translation>
    </message>
    <message>
        <source>Put copied numbers in the place of this filter&apos;s.</source>
        <translation>복사한 수를 이 필터의 수 대신 넣습니다.</translation>
    </message>
    <message>
        <source>Take the filter out, with what the next layer reads of its picture. Undo brings it back.</source>
        <translation>필터를 빼고, 다음 층이 그 그림에서 읽던 가중치도 함께 뺍니다. 실행 취소로 되돌립니다.</translation>
    </message>
    <message>
        <source>What does it look for?</source>
        <translation>무엇을 찾나요?</translation>
    </message>
    <message>
        <source>Search the test samples for those that excite this filter most.</source>
        <translation>시험 데이터에서 이 필터가 가장 크게 반응하는 것을 찾습니다.</translation>
    </message>
    <message>
        <source>History of this number…</source>
        <translation>이 수가 변해 온 과정…</translation>
    </message>
    <message>
        <source>Where does this number come from?</source>
        <translation>이 수는 어디에서 왔을까?</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>이 채널만</translation>
    </message>
    <message>
        <source>Show this channel of every filter as pictures, and not all channels.</source>
        <translation>모든 채널 대신 필터마다 이 채널만 그림으로 보여 줍니다.</translation>
    </message>
    <message>
        <source>This channel alone</source>
        <translation>이 채널만</translation>
    </message>
    <message>
        <source>Which channel of the filter is seen, from 0.</source>
        <translation>필터의 몇 번째 채널을 보는지, 0부터 셉니다.</translation>
    </message>
    <message>
        <source>Type to change a number; Ctrl with the wheel changes it in small steps. The line at the bottom of the window says what came of it.</source>
        <translation>입력하면 수가 바뀌고, Ctrl과 휠로 조금씩 바뀝니다. 결과는 창 맨 아래 줄이 알려 줍니다.</translation>
    </message>
    <message>
        <source>Numbers of the filter</source>
        <translation>필터의 수</translation>
    </message>
    <message>
        <source>What of the filter is shown: channels, rows, columns.</source>
        <translation>필터의 크기: 채널, 행, 열.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>{count} found</source>
        <translation>{count}개 찾음</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Find in the code</source>
        <translation>코드에서 찾기</translation>
    </message>
    <message>
        <source>Enter goes to the next place, Shift+Enter to the one before, Escape closes.</source>
        <translation>Enter는 다음 자리로, Shift+Enter는 앞 자리로 가고 Esc는 닫습니다.</translation>
    </message>
    <message>
        <source>The place before</source>
        <translation>앞 자리</translation>
    </message>
    <message>
        <source>Go to the place before at which it was found</source>
        <translation>앞에서 찾은 자리로 갑니다</translation>
    </message>
    <message>
        <source>The next place</source>
        <translation>다음 자리</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>FindList</name>
    <message>
        <source>What excites the filter most</source>
        <translation>필터가 가장 크게 반응하는 것</translation>
    </message>
</context>
<context>
    <name>FindModel</name>
    <message>
        <source>A click makes it the sample that the whole window looks at.</source>
        <translation>클릭하면 창 전체가 이 데이터를 봅니다.</translation>
    </message>
    <message>
        <source>Test sample {sample}: the filter puts out {value} at row {row}, column {column}; the pixels it was made of are framed.</source>
        <translation>시험 데이터 {sample}: {row}행 {column}열에서 필터의 출력 {value}. 그 값을 만든 픽셀에 테두리가 있습니다.</translation>
    </message>
</context>
<context>
    <name>FindingsBox</name>
    <message>
        <source>The trials were made on different machines, whose bits may differ: {machines}.</source>
        <translation>서로 다른 컴퓨터에서 실행한 시도여서 결과의 비트가 다를 수 있습니다: {machines}.</translation>
    </message>
    <message>
        <source>Take the chosen settings</source>
        <translation>고른 설정 가져오기</translation>
    </message>
    <message>
        <source>Take the best settings</source>
        <translation>가장 좋은 설정 가져오기</translation>
    </message>
    <message>
        <source>The best so far, trial {number}: {settings}; {merit} on the samples held back.</source>
        <translation>지금까지 가장 좋은 시도 {number}번: {settings}. 검증 데이터에서 {merit}입니다.</translation>
    </message>
    <message>
        <source>The winner learns from all training data, and is then judged on the test data, once …</source>
        <translation>가장 좋은 설정을 훈련 데이터 전체로 학습하고, 시험 데이터로 한 번만 평가합니다…</translation>
    </message>
    <message>
        <source>The winner diverged when it learned from all training data: it has no figure.</source>
        <translation>가장 좋은 설정이 훈련 데이터 전체로 학습할 때 발산하여 결과가 없습니다.</translation>
    </message>
    <message>
        <source>Trial {number}, the winner of {count:,}, learned from all training data and was judged on the test data, once: {figure}.</source>
        <translation>시도 {count:,}개 중 가장 좋은 {number}번을 훈련 데이터 전체로 학습하여 시험 데이터로 한 번만 평가했습니다: {figure}.</translation>
    </message>
    <message>
        <source>Narrow the ranges</source>
        <translation>범위 좁히기</translation>
    </message>
    <message>
        <source>Set the ranges to those of the best fifth of the trials, as the book advises (6.5).</source>
        <translation>책의 조언대로(6.5) 가장 좋은 5분의 1의 시도가 놓인 범위로 좁힙니다.</translation>
    </message>
    <message>
        <source>Widen the ranges</source>
        <translation>범위 넓히기</translation>
    </message>
    <message>
        <source>Let the ranges go on at whose end the best lies: tenfold on a logarithmic scale, else by half of them.</source>
        <translation>가장 좋은 값이 끝에 놓인 범위를 그쪽으로 늘립니다. 로그 눈금이면 10배, 아니면 범위의 절반만큼입니다.</translation>
    </message>
    <message>
        <source>Put these settings into the document, with fresh weights; Undo brings back what you had.</source>
        <translation>이 설정을 문서에 넣고 가중치를 새로 정합니다. 실행 취소하면 전의 상태로 돌아갑니다.</translation>
    </message>
</context>
<context>
    <name>FlowPlayer</name>
    <message>
        <source>Pause the flow</source>
        <translation>흐름 일시 정지</translation>
    </message>
    <message>
        <source>Stop at this step.</source>
        <translation>이 단계에서 멈춥니다.</translation>
    </message>
    <message>
        <source>Play the flow</source>
        <translation>흐름 재생</translation>
    </message>
    <message>
        <source>Watch this sample go forward through the network and its gradients come back.</source>
        <translation>이 데이터가 신경망을 앞으로 지나가고 기울기가 되돌아오는 모습을 봅니다.</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>보여 줄 것이 없습니다</translation>
    </message>
    <message>
        <source>There is no input that fits the network.</source>
        <translation>신경망에 맞는 입력이 없습니다.</translation>
    </message>
    <message>
        <source>The input x is known, nothing else yet</source>
        <translation>아직 입력 x만 알고 있습니다</translation>
    </message>
    <message>
        <source>Press the arrow to compute the first layer.</source>
        <translation>화살표를 누르면 첫째 층을 계산합니다.</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>The optimizer moves the parameters against their gradients.</source>
        <translation>최적화 기법이 매개변수를 기울기의 반대 방향으로 움직입니다.</translation>
    </message>
    <message>
        <source>What the network says. Without a target t there is no loss and no way back.</source>
        <translation>신경망의 출력입니다. 정답 t가 없으면 손실도 역전파도 없습니다.</translation>
    </message>
    <message>
        <source>L = {loss:.6g}. {meaning}</source>
        <translation>L = {loss:.6g}. {meaning}</translation>
    </message>
    <message>
        <source>Without a target t there is no loss and no way back.</source>
        <translation>정답 t가 없으면 손실도 역전파도 없습니다.</translation>
    </message>
    <message>
        <source>How the loss changes with each score: here the gradients begin.</source>
        <translation>점수마다 손실이 얼마나 변하는지 나타냅니다. 기울기는 여기서 시작합니다.</translation>
    </message>
    <message>
        <source>The gradient goes back through the weights: to the inputs, to W and to b.</source>
        <translation>기울기가 가중치를 거쳐 입력, W, b 쪽으로 되돌아갑니다.</translation>
    </message>
    <message>
        <source>Each gradient is multiplied by the slope of the activation at its sum.</source>
        <translation>각 기울기에, 그 가중합에서 잰 활성화 함수의 미분을 곱합니다.</translation>
    </message>
    <message>
        <source>The gradient that arrives, times how the output changes with the input.</source>
        <translation>흘러온 기울기에, 입력이 변할 때 출력이 변하는 정도를 곱합니다.</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>흐름</translation>
    </message>
    <message>
        <source>Next step of the flow</source>
        <translation>흐름의 다음 단계</translation>
    </message>
    <message>
        <source>Previous step of the flow</source>
        <translation>흐름의 이전 단계</translation>
    </message>
    <message>
        <source>Go back by one layer.</source>
        <translation>한 층 뒤로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Close the flow</source>
        <translation>흐름 닫기</translation>
    </message>
    <message>
        <source>Compute the next layer for this sample: forwards to the loss, then the gradients back.</source>
        <translation>이 데이터로 다음 층을 계산합니다. 손실까지 순전파한 다음 기울기를 역전파합니다.</translation>
    </message>
    <message>
        <source>Show the finished prediction again (Esc).</source>
        <translation>끝까지 계산한 예측을 다시 보여 줍니다 (Esc).</translation>
    </message>
    <message>
        <source>Drag through the pass: what is hollow is not computed yet.</source>
        <translation>끌면 계산의 앞뒤로 움직입니다. 속이 빈 것은 아직 계산하지 않은 값입니다.</translation>
    </message>
    <message>
        <source>Place in the flow</source>
        <translation>흐름의 위치</translation>
    </message>
    <message>
        <source>Steps that have happened, and all steps of the pass.</source>
        <translation>지나온 단계 수와 전체 단계 수입니다.</translation>
    </message>
</context>
<context>
    <name>FormSwitch</name>
    <message>
        <source>Loss and update as the book writes them: softmax and cross-entropy each as one box, whose gradient is (y - t) / N; Adam with m, v, lr_t and 1e-7.</source>
        <translation>손실과 갱신을 책에 나온 대로 씁니다. 소프트맥스와 교차 엔트로피는 각각 상자 하나이고 그 기울기는 (y - t) / N입니다. Adam은 m, v, lr_t, 1e-7로 씁니다.</translation>
    </message>
    <message>
        <source>Loss and update in the circles that the program goes through: log-sum-exp, which cannot overflow; Adam with M = m / (1 - β1) and V = v / (1 - β2), which takes two passes less. The numbers are the same.</source>
        <translation>손실과 갱신을 프로그램이 실제로 계산하는 노드로 풀어 씁니다. 손실은 오버플로가 나지 않는 log-sum-exp로, Adam은 계산을 두 번 줄이는 M = m / (1 - β1)과 V = v / (1 - β2)로 씁니다. 값은 같습니다.</translation>
    </message>
    <message>
        <source>As in the book</source>
        <translation>책의 형태</translation>
    </message>
    <message>
        <source>Elementary</source>
        <translation>기본 연산</translation>
    </message>
    <message>
        <source>Form of loss and update</source>
        <translation>손실과 갱신을 쓰는 형태</translation>
    </message>
    <message>
        <source>How loss and update are written, in all views of the debugger.</source>
        <translation>디버거의 모든 화면에서 손실과 갱신을 어떻게 쓸지 고릅니다.</translation>
    </message>
</context>
<context>
    <name>FunctionFields</name>
    <message>
        <source>The range must begin below its end: {low} is not below {high}.</source>
        <translation>범위의 시작은 끝보다 작아야 합니다. 지금은 {low}부터 {high}까지입니다.</translation>
    </message>
    <message>
        <source>Lower end of the range</source>
        <translation>범위의 시작</translation>
    </message>
    <message>
        <source>Where the plot begins: type another number.</source>
        <translation>그래프가 시작하는 곳입니다. 다른 수를 입력해 보세요.</translation>
    </message>
    <message>
        <source>Upper end of the range</source>
        <translation>범위의 끝</translation>
    </message>
    <message>
        <source>Where the plot ends: type another number.</source>
        <translation>그래프가 끝나는 곳입니다. 다른 수를 입력해 보세요.</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>점</translation>
    </message>
    <message>
        <source>The x of the movable point: type a number to look at it exactly.</source>
        <translation>움직이는 점의 x입니다. 수를 입력하면 그 자리를 정확히 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The function and its derivative at the point, with every digit the network&apos;s precision has. The derivative is the slope of the tangent: the share of a gradient that goes back through here.</source>
        <translation>이 점에서의 함숫값과 미분입니다. 신경망의 정밀도가 가진 자릿수를 모두 보여 줍니다. 미분은 접선의 기울기이고, 기울기가 여기를 지나 돌아갈 때 남는 비율입니다.</translation>
    </message>
</context>
<context>
    <name>FunctionPlotView</name>
    <message>
        <source>Plot of activation functions</source>
        <translation>활성화 함수 그래프</translation>
    </message>
    <message>
        <source>Functions, their derivatives and the numbers of the sample</source>
        <translation>함수와 그 도함수, 보고 있는 데이터의 값</translation>
    </message>
    <message>
        <source>Each function and its derivative at the point. Click one to have it explained.</source>
        <translation>이 점에서의 함숫값과 미분입니다. 누르면 설명이 나옵니다.</translation>
    </message>
</context>
<context>
    <name>GoOnOffer</name>
    <message>
        <source>This is the past, after {count:,} updates: it stays as it was. Go on from here, and change it in a branch.</source>
        <translation>갱신 {count:,}번 뒤의 과거라 그대로 남습니다. 여기서 이어 가면 분기에서 고칠 수 있습니다.</translation>
    </message>
    <message>
        <source>Only look</source>
        <translation>보기만 하기</translation>
    </message>
</context>
<context>
    <name>GradientCheckDialog</name>
    <message>
        <source>Check all gradients</source>
        <translation>모든 기울기 확인</translation>
    </message>
    <message>
        <source>Numbers checked</source>
        <translation>확인한 수</translation>
    </message>
    <message>
        <source>Gradients of all parameters</source>
        <translation>모든 매개변수의 기울기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close this table; a check that is under way is given up.</source>
        <translation>이 표를 닫습니다. 확인하는 중이면 그만둡니다.</translation>
    </message>
    <message>
        <source>There is no loss to check the gradients of</source>
        <translation>손실이 없어 기울기를 확인할 수 없습니다</translation>
    </message>
    <message>
        <source>Moving every number a little …</source>
        <translation>수를 하나씩 조금 움직여 보는 중…</translation>
    </message>
    <message>
        <source>Backpropagation and small differences disagree: {names}</source>
        <translation>오차역전파법과 수치 미분이 다릅니다: {names}</translation>
    </message>
    <message>
        <source>Backpropagation and small differences agree</source>
        <translation>오차역전파법과 수치 미분이 일치합니다</translation>
    </message>
    <message>
        <source>Give the sample its right answer, or step through a mini-batch, and check again.</source>
        <translation>데이터의 정답을 알려 주거나, 미니배치를 단계별로 실행하면서 다시 확인하세요.</translation>
    </message>
    <message>
        <source>Each number is moved by h = 0.00001 to both sides and the change of the loss is divided by 2h, in float64, for {samples} samples. Of large parameters the numbers with the largest gradients and some others are checked.</source>
        <translation>수를 하나씩 h = 0.00001만큼 양쪽으로 움직이고, 손실의 변화를 2h로 나눕니다. 데이터 {samples}개로, float64로 계산합니다. 큰 매개변수에서는 기울기가 가장 큰 수들과 그 밖의 몇 개를 확인합니다.</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>What is learned, by the book&apos;s name.</source>
        <translation>학습하는 값을 책의 이름으로 씁니다.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>형상</translation>
    </message>
    <message>
        <source>Rows × columns.</source>
        <translation>행 × 열입니다.</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>확인한 수</translation>
    </message>
    <message>
        <source>How many of its numbers were moved.</source>
        <translation>움직여 본 수의 개수입니다.</translation>
    </message>
    <message>
        <source>By backpropagation</source>
        <translation>오차역전파법</translation>
    </message>
    <message>
        <source>The gradient where both lie farthest apart.</source>
        <translation>둘이 가장 많이 다른 자리의 기울기입니다.</translation>
    </message>
    <message>
        <source>By differences</source>
        <translation>수치 미분</translation>
    </message>
    <message>
        <source>(L(w + h) - L(w - h)) / 2h, at the same place.</source>
        <translation>같은 자리의 (L(w + h) - L(w - h)) / 2h 입니다.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>How far both lie apart there: nowhere farther.</source>
        <translation>그 자리에서 둘의 차이입니다. 다른 곳은 이보다 작습니다.</translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation>상대 오차</translation>
    </message>
    <message>
        <source>That difference over the largest gradient of this parameter.</source>
        <translation>그 차이를 이 매개변수의 가장 큰 기울기로 나눈 값입니다.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Below 0.0001 they agree.</source>
        <translation>0.0001보다 작으면 일치합니다.</translation>
    </message>
    <message>
        <source>They agree</source>
        <translation>일치합니다</translation>
    </message>
    <message>
        <source>Both are 0: nothing flows back</source>
        <translation>둘 다 0입니다. 기울기가 흐르지 않습니다</translation>
    </message>
    <message>
        <source>Nearly: a kink of ReLU may lie within h</source>
        <translation>거의 같습니다. h 안에 ReLU가 꺾이는 곳이 있을 수 있습니다</translation>
    </message>
    <message>
        <source>They disagree</source>
        <translation>다릅니다</translation>
    </message>
</context>
<context>
    <name>GraphLegend</name>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>계산함</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>계산 전</translation>
    </message>
    <message>
        <source>Above an edge stands the value that goes on to the right, below it the gradient of the loss that comes back to the left. A full ring is computed, a double ring was computed last, a dashed ring or an empty place is not computed yet. A tinted circle has passed its gradient on. Σ is the sum of the gradients of a value that is used more than once; “+ …” waits for more.</source>
        <translation>연결선 위에는 오른쪽으로 가는 값이, 아래에는 왼쪽으로 돌아오는 손실의 기울기가 있습니다. 실선 고리는 계산한 것, 이중 고리는 방금 계산한 것, 점선 고리나 빈자리는 아직 계산하지 않은 것입니다. 색을 입힌 원은 기울기를 넘겨준 노드입니다. Σ는 여러 번 쓰인 값의 기울기를 더한 것이고, “+ …”는 더 올 것이 있다는 뜻입니다.</translation>
    </message>
    <message>
        <source>Legend of the computational graph</source>
        <translation>계산 그래프 범례</translation>
    </message>
</context>
<context>
    <name>GraphPane</name>
    <message>
        <source>Computational graph</source>
        <translation>계산 그래프</translation>
    </message>
    <message>
        <source>From left to right what the function computes, below it from right to left what its backward does. A dashed circle is not computed yet, a double ring was computed last. A circle with a function&apos;s name is a call: a click opens it. Red: the first value that is not the true gradient.</source>
        <translation>위에는 함수가 계산하는 것이 왼쪽에서 오른쪽으로, 아래에는 backward가 계산하는 것이 오른쪽에서 왼쪽으로 있습니다. 점선 원은 아직 계산하지 않은 노드, 이중 원은 마지막으로 계산한 노드입니다. 함수 이름이 쓰인 원은 호출이며, 누르면 펼쳐집니다. 붉은색: 참 기울기와 다른 첫 번째 값입니다.</translation>
    </message>
    <message>
        <source>Fold calls</source>
        <translation>호출 접기</translation>
    </message>
    <message>
        <source>Show every call as one circle again.</source>
        <translation>모든 호출을 다시 원 하나로 보여 줍니다.</translation>
    </message>
    <message>
        <source>The numbers that go along the edges.</source>
        <translation>선을 따라 흐르는 수입니다.</translation>
    </message>
    <message>
        <source>What you wrote for each value.</source>
        <translation>각 값을 코드에 쓴 식으로 보여 줍니다.</translation>
    </message>
    <message>
        <source>Each number with what you wrote for it, where there is room.</source>
        <translation>자리가 있으면 각 수와 코드에 쓴 식을 함께 보여 줍니다.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>수</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>식</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>수와 식</translation>
    </message>
    <message>
        <source>Along the edges</source>
        <translation>선 위에 쓸 것</translation>
    </message>
    <message>
        <source>What stands along the edges of the graph.</source>
        <translation>그래프의 선을 따라 무엇을 쓸지 고릅니다.</translation>
    </message>
    <message>
        <source>Show the whole graph (0). Zoom with the wheel or + and -, move by dragging.</source>
        <translation>그래프 전체를 보여 줍니다 (0). 휠이나 + -로 확대하고 끌어서 옮깁니다.</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>그래프 전체 보기</translation>
    </message>
</context>
<context>
    <name>GraphWords</name>
    <message>
        <source>{forward}, below it {backward}</source>
        <translation>{forward}, 아래는 {backward}</translation>
    </message>
    <message>
        <source>{function}, the way back below</source>
        <translation>{function}, 아래는 역전파</translation>
    </message>
    <message>
        <source>{title} · {shown:,} of {count:,} values</source>
        <translation>{title} · 값 {count:,}개 중 {shown:,}개</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>아직 계산하지 않음</translation>
    </message>
    <message>
        <source>A click shows what the call computes.</source>
        <translation>누르면 이 호출이 계산하는 것을 보여 줍니다.</translation>
    </message>
    <message>
        <source>This is the true gradient by {name}.</source>
        <translation>{name}: 참 기울기와 같습니다.</translation>
    </message>
    <message>
        <source>The true gradient by {name} is {value}</source>
        <translation>참 기울기({name}): {value}</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Stepping stops at line {line}; a click takes the breakpoint away.</source>
        <translation>{line}행에서 멈춥니다. 클릭하면 중단점이 없어집니다.</translation>
    </message>
    <message>
        <source>Stepping stops at line {line} where {condition}; a click takes the breakpoint away.</source>
        <translation>{line}행에서 {condition} 조건이 맞으면 멈춥니다. 누르면 중단점이 사라집니다.</translation>
    </message>
    <message>
        <source>A click lets stepping stop at line {line}.</source>
        <translation>클릭하면 {line}행에서 멈춥니다.</translation>
    </message>
    <message>
        <source>Right: what this line computes is what it should be.</source>
        <translation>맞음: 이 줄의 계산 결과가 옳습니다.</translation>
    </message>
    <message>
        <source>The first line that is wrong.</source>
        <translation>처음으로 틀린 줄입니다.</translation>
    </message>
    <message>
        <source>Wrong because of the first wrong line; right once that one is right.</source>
        <translation>처음 틀린 줄 때문에 틀린 줄입니다. 그 줄을 고치면 맞습니다.</translation>
    </message>
    <message>
        <source>This line ran.</source>
        <translation>실행된 줄입니다.</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>from the document</source>
        <translation>문서에 들어 있던 코드</translation>
    </message>
    <message>
        <source>in the document</source>
        <translation>문서에 담김</translation>
    </message>
    <message>
        <source>not saved in its file</source>
        <translation>파일에 저장하지 않음</translation>
    </message>
    <message>
        <source>file is watched</source>
        <translation>파일을 지켜보는 중</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>보호됨</translation>
    </message>
    <message>
        <source>Partly protected</source>
        <translation>일부만 보호됨</translation>
    </message>
    <message>
        <source>Not protected</source>
        <translation>보호되지 않음</translation>
    </message>
    <message>
        <source>Begin anew…</source>
        <translation>새로 시작…</translation>
    </message>
    <message>
        <source>An empty page, a skeleton of the book, or what was copied</source>
        <translation>빈 페이지, 책의 뼈대, 또는 복사해 둔 텍스트로 시작합니다</translation>
    </message>
    <message>
        <source>Course and exercises…</source>
        <translation>과정과 연습 문제…</translation>
    </message>
    <message>
        <source>Build it yourself, and find the bug</source>
        <translation>직접 만들기와 버그 찾기</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>파일 열기…</translation>
    </message>
    <message>
        <source>A Python file; it is watched from then on</source>
        <translation>파이썬 파일을 엽니다. 그때부터 파일의 변화를 지켜봅니다</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>파일 저장</translation>
    </message>
    <message>
        <source>Write the code into its file (Ctrl+S in the code)</source>
        <translation>코드를 그 파일에 씁니다 (코드에서 Ctrl+S)</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>다른 파일로 저장…</translation>
    </message>
    <message>
        <source>Write the code into another file, which is watched then</source>
        <translation>코드를 다른 파일에 쓰고, 그 뒤로는 그 파일을 지켜봅니다</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>찾기…</translation>
    </message>
    <message>
        <source>Find a text in the code (Ctrl+F in the code)</source>
        <translation>코드에서 텍스트를 찾습니다 (코드에서 Ctrl+F)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Begin, open, save, find</source>
        <translation>시작, 열기, 저장, 찾기</translation>
    </message>
    <message>
        <source>Step through</source>
        <translation>한 줄씩 실행</translation>
    </message>
    <message>
        <source>Run the code once, recorded, and go through it line by line, forwards and back (F10, F11).</source>
        <translation>코드를 한 번 실행하며 기록하고, 한 줄씩 앞뒤로 따라갑니다(F10, F11).</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Run the code in a process of its own and say whether it is right (Ctrl+Enter in the code).</source>
        <translation>코드를 별도의 프로세스에서 실행하고 맞는지 알려 줍니다 (코드에서 Ctrl+Enter).</translation>
    </message>
</context>
<context>
    <name>HelpRow</name>
    <message>
        <source>Hint</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>Read what helps without being the answer.</source>
        <translation>정답은 아니지만 도움이 되는 말을 읽습니다.</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>정답 보기</translation>
    </message>
    <message>
        <source>**Hint:** {text}</source>
        <translation>**힌트:** {text}</translation>
    </message>
    <message>
        <source>See what is right. The lesson asks it once more at its end.</source>
        <translation>정답을 봅니다. 실습 끝에서 한 번 더 묻습니다.</translation>
    </message>
    <message>
        <source>Comes when you have read the hint, or tried.</source>
        <translation>힌트를 읽거나 답을 해 본 다음에 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>HistogramGrid</name>
    <message>
        <source>{count:,} of {all:,} are NaN or infinite</source>
        <translation>{all:,}개 중 {count:,}개가 NaN 또는 무한대</translation>
    </message>
    <message>
        <source>std {std:.3g}</source>
        <translation>표준편차 {std:.3g}</translation>
    </message>
    <message>
        <source> (start {std:.3g})</source>
        <translation> (처음 {std:.3g})</translation>
    </message>
    <message>
        <source>, {share:.0%} zeros</source>
        <translation>, 0이 {share:.0%}</translation>
    </message>
    <message>
        <source>{name}: {count:,} numbers, mean {mean:.4g}, std {std:.4g}. Bars: how many numbers there are of each size now, orange below 0 and blue above. Line: when training began.</source>
        <translation>{name}: 수 {count:,}개, 평균 {mean:.4g}, 표준편차 {std:.4g}. 막대는 크기마다 수가 지금 몇 개인지 보여 줍니다. 주황은 음수, 파랑은 양수입니다. 선은 학습을 시작할 때입니다.</translation>
    </message>
</context>
<context>
    <name>Imagining</name>
    <message>
        <source>That moment is gone: another training led here.</source>
        <translation>그 순간은 이제 없습니다: 다른 학습이 여기까지 이어졌습니다.</translation>
    </message>
</context>
<context>
    <name>ImportDataDialog</name>
    <message>
        <source>{train:,} samples to learn from and {test:,} for the test, with {inputs:,} inputs each.</source>
        <translation>훈련 데이터 {train:,}개, 시험 데이터 {test:,}개, 입력은 {inputs:,}개씩입니다.</translation>
    </message>
    <message>
        <source>{count} classes: {names}.</source>
        <translation>클래스 {count}개: {names}.</translation>
    </message>
    <message>
        <source>{count} values to come close to.</source>
        <translation>맞힐 값 {count}개입니다.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>One value to come close to.</source>
        <translation>맞힐 값 하나입니다.</translation>
    </message>
    <message>
        <source>Above, the first pictures as the network gets them: red, green and blue.</source>
        <translation>위는 신경망이 받는 대로의 첫 그림들입니다. 빨강, 초록, 파랑입니다.</translation>
    </message>
    <message>
        <source>Above, the first pictures as the network gets them: black is 0 and white is 1.</source>
        <translation>위는 신경망이 받는 첫 그림들입니다. 검정은 0, 흰색은 1입니다.</translation>
    </message>
    <message>
        <source>The first sample as the network gets it: {numbers}</source>
        <translation>신경망이 받는 첫 데이터: {numbers}</translation>
    </message>
    <message>
        <source>Documents keep data of up to {most} MB. These are larger: a document will only say where their file is, so keep that, too.</source>
        <translation>문서에는 데이터를 {most} MB까지 함께 보관합니다. 이 데이터는 더 커서 문서에 파일의 위치만 적으니, 그 파일도 보관하세요.</translation>
    </message>
    <message>
        <source>target</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>The network learns ({name} − {zero}) ÷ {unit}: its answers and the loss are in this unit, in which 1 stands for {unit}.</source>
        <translation>신경망은 ({name} − {zero}) ÷ {unit} 값을 학습합니다. 신경망의 답과 손실도 이 단위이며, 여기서 1은 {unit}에 해당합니다.</translation>
    </message>
    <message>
        <source>Import data: {name}</source>
        <translation>데이터 가져오기: {name}</translation>
    </message>
    <message>
        <source>&amp;Learn from:</source>
        <translation>배울 열(&amp;L):</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>파일의 첫 행들</translation>
    </message>
    <message>
        <source>The first rows as they stand in the file; the target is bold</source>
        <translation>파일에 있는 그대로의 첫 행들입니다. 정답은 굵은 글씨입니다</translation>
    </message>
    <message>
        <source>First pictures as the network gets them</source>
        <translation>신경망이 받는 첫 그림들</translation>
    </message>
    <message>
        <source>The first picture of each class as the network gets it: paper black, ink white, as the digits of MNIST. If it is the other way round, change Ink.</source>
        <translation>신경망이 받는, 클래스마다 첫 그림입니다. MNIST 숫자처럼 종이는 검정, 잉크는 흰색입니다. 반대로 되어 있으면 ‘잉크’를 바꾸세요.</translation>
    </message>
    <message>
        <source>What the network will learn from with these choices</source>
        <translation>이렇게 고르면 신경망이 학습할 내용입니다</translation>
    </message>
    <message>
        <source>Learn from these data; the network gets their inputs and outputs</source>
        <translation>이 데이터로 학습합니다. 신경망의 입력과 출력도 이 데이터에 맞춥니다</translation>
    </message>
    <message>
        <source>As &amp;weights…</source>
        <translation>가중치로(&amp;W)…</translation>
    </message>
    <message>
        <source>This file holds weights of a network: choose which layer gets which array</source>
        <translation>이 파일에는 신경망의 가중치가 들어 있습니다. 어느 층에 어느 배열을 넣을지 고릅니다</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>How much of the file is read; Cancel gives up at once</source>
        <translation>파일을 얼마나 읽었는지 보여 줍니다. ‘취소’를 누르면 바로 그만둡니다</translation>
    </message>
    <message>
        <source>How much of the file is read</source>
        <translation>파일을 얼마나 읽었는지</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>가져오기(&amp;I)</translation>
    </message>
</context>
<context>
    <name>ImportOptions</name>
    <message>
        <source>Find out</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Comma ,</source>
        <translation>쉼표 ,</translation>
    </message>
    <message>
        <source>Semicolon ;</source>
        <translation>세미콜론 ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>세로줄 |</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>공백</translation>
    </message>
    <message>
        <source>Point .</source>
        <translation>마침표 .</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Refuse the file</source>
        <translation>파일 거부</translation>
    </message>
    <message>
        <source>Leave the row out</source>
        <translation>행 빼기</translation>
    </message>
    <message>
        <source>Dark on light</source>
        <translation>밝은 바탕에 어둡게</translation>
    </message>
    <message>
        <source>Light on dark</source>
        <translation>어두운 바탕에 밝게</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>The drawing</source>
        <translation>그린 부분</translation>
    </message>
    <message>
        <source>Take the mean</source>
        <translation>평균으로 채우기</translation>
    </message>
    <message>
        <source>Standardise target</source>
        <translation>정답 표준화</translation>
    </message>
    <message>
        <source>Let the network learn how many standard deviations a target is away from the mean: numbers such as 100,000 are hardly learned. Its answers and the loss are in this unit then.</source>
        <translation>정답이 평균에서 표준편차의 몇 배만큼 떨어져 있는지를 학습합니다. 100,000 같은 수는 거의 배우지 못하기 때문입니다. 신경망의 답과 손실도 이 단위가 됩니다.</translation>
    </message>
</context>
<context>
    <name>ImportWeights</name>
    <message>
        <source>Import weights</source>
        <translation>가중치 가져오기</translation>
    </message>
</context>
<context>
    <name>ImportWeightsDialog</name>
    <message>
        <source>{fitting} of {count} parameters get numbers of the file; the others keep theirs.</source>
        <translation>매개변수 {count}개 중 {fitting}개에 파일의 수를 넣습니다. 나머지는 그대로입니다.</translation>
    </message>
    <message>
        <source>Not used: {names}.</source>
        <translation>쓰지 않음: {names}.</translation>
    </message>
    <message>
        <source>A file of weights does not tell the activations; the network has {kinds}.</source>
        <translation>가중치 파일에는 활성화 함수가 적혀 있지 않습니다. 이 신경망의 활성화 함수: {kinds}.</translation>
    </message>
    <message>
        <source>Import weights: {name}</source>
        <translation>가중치 가져오기: {name}</translation>
    </message>
    <message>
        <source>How much of the file and of the network meet</source>
        <translation>파일과 신경망이 얼마나 맞는지</translation>
    </message>
    <message>
        <source>Give the network these weights; Undo brings the present ones back</source>
        <translation>신경망에 이 가중치를 넣습니다. 실행 취소를 누르면 지금 가중치가 돌아옵니다</translation>
    </message>
    <message>
        <source>As &amp;data…</source>
        <translation>데이터로(&amp;D)…</translation>
    </message>
    <message>
        <source>This file holds samples and targets: let the network learn from them</source>
        <translation>이 파일에는 데이터와 정답이 들어 있습니다. 신경망이 이것으로 학습합니다</translation>
    </message>
    <message>
        <source>Build the &amp;network these weights belong to: {sizes}</source>
        <translation>이 가중치에 맞는 신경망 만들기(&amp;N): {sizes}</translation>
    </message>
    <message>
        <source>Else they go into the present network, as far as they fit</source>
        <translation>만들지 않으면 지금 신경망에 맞는 만큼만 넣습니다</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Tables and arrays ({kinds})</source>
        <translation>표와 배열 ({kinds})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>데이터 가져오기</translation>
    </message>
    <message>
        <source>Import a folder with a folder of pictures for each class</source>
        <translation>클래스마다 그림 폴더가 하나씩 든 폴더 가져오기</translation>
    </message>
    <message>
        <source>Weights ({kinds})</source>
        <translation>가중치 ({kinds})</translation>
    </message>
    <message>
        <source>Import weights</source>
        <translation>가중치 가져오기</translation>
    </message>
    <message>
        <source>Import &amp;data…</source>
        <translation>데이터 가져오기(&amp;D)…</translation>
    </message>
    <message>
        <source>Learn from data of your own: a table, NumPy arrays or IDX files</source>
        <translation>내 데이터로 학습합니다. 표, NumPy 배열, IDX 파일을 읽습니다</translation>
    </message>
    <message>
        <source>Import p&amp;ictures…</source>
        <translation>그림 가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>Learn from pictures of your own: a folder for each class</source>
        <translation>내 그림으로 학습합니다. 클래스마다 폴더를 하나씩 둡니다</translation>
    </message>
    <message>
        <source>Import &amp;weights…</source>
        <translation>가중치 가져오기(&amp;W)…</translation>
    </message>
    <message>
        <source>Give the network weights of a file, such as the book&apos;s sample_weight.pkl</source>
        <translation>파일의 가중치를 신경망에 넣습니다. 책의 sample_weight.pkl도 됩니다</translation>
    </message>
</context>
<context>
    <name>InputLine</name>
    <message>
        <source>x has shape {shape}</source>
        <translation>x의 형상 {shape}</translation>
    </message>
    <message>
        <source>No input yet</source>
        <translation>아직 입력이 없습니다</translation>
    </message>
    <message>
        <source>Row {row} of {count}</source>
        <translation>{count}행 중 {row}행</translation>
    </message>
    <message>
        <source>{origin}, t = {label}</source>
        <translation>{origin}, t = {label}</translation>
    </message>
    <message>
        <source>Test row {row}</source>
        <translation>시험 데이터 {row}행</translation>
    </message>
    <message>
        <source>Training row {row}</source>
        <translation>훈련 데이터 {row}행</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>내가 그린 그림</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>“{text}” is no number; write 1.0, 0.5</source>
        <translation>“{text}”: 수가 아닙니다. 1.0, 0.5처럼 쓰세요</translation>
    </message>
    <message>
        <source>The brackets do not match; write 1.0, 0.5 or [[1.0, 0.5]]</source>
        <translation>괄호가 맞지 않습니다. 1.0, 0.5 또는 [[1.0, 0.5]]처럼 쓰세요</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>이전 행</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>다음 행</translation>
    </message>
    <message>
        <source>Previous row of the data</source>
        <translation>데이터의 이전 행</translation>
    </message>
    <message>
        <source>Next row of the data</source>
        <translation>데이터의 다음 행</translation>
    </message>
    <message>
        <source>Input x</source>
        <translation>입력 x</translation>
    </message>
    <message>
        <source>Target t</source>
        <translation>정답 t</translation>
    </message>
    <message>
        <source>The input. Type numbers as 1.0, 0.5; in double brackets, [[1.0, 0.5]], they are a batch of one.</source>
        <translation>입력입니다. 1.0, 0.5처럼 입력하세요. 대괄호를 두 겹으로 [[1.0, 0.5]]처럼 쓰면 데이터가 하나인 배치가 됩니다.</translation>
    </message>
    <message>
        <source>The target: the number of the right class, or the right values. Needed for loss and gradients.</source>
        <translation>정답입니다. 맞는 클래스의 번호나 맞는 값을 입력하세요. 손실과 기울기를 구하는 데 필요합니다.</translation>
    </message>
    <message>
        <source>Shape of x: one sample, or a batch with N in front.</source>
        <translation>x의 형상입니다. 데이터 하나의 형상이거나, 앞에 N이 붙은 배치의 형상입니다.</translation>
    </message>
    <message>
        <source>Where the input comes from.</source>
        <translation>입력을 어디에서 가져왔는지 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>InputPanel</name>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>The data ({name}: {given:,} numbers a sample) do not fit this network, which takes {taken:,}. What you put in here goes through it; to train it, choose other data or another network.</source>
        <translation>이 신경망은 수 {taken:,}개를 받으므로 데이터({name}: 하나에 수 {given:,}개)와 맞지 않습니다. 여기에 넣은 값은 신경망을 통과합니다. 학습하려면 다른 데이터나 다른 신경망을 고르세요.</translation>
    </message>
</context>
<context>
    <name>Introduction</name>
    <message>
        <source>Your network, its data and its training, as they are in Settings. Below stands what differs: single values of one or several settings, such as optimizer=SGD,Adam lr=0.01,0.1.</source>
        <translation>설정에 있는 그대로의 내 신경망, 데이터, 학습입니다. 아래에는 무엇이 다른지 적습니다. optimizer=SGD,Adam lr=0.01,0.1처럼 설정 하나나 여럿의 값을 늘어놓습니다.</translation>
    </message>
</context>
<context>
    <name>LabelChoice</name>
    <message>
        <source>unknown</source>
        <translation>모름</translation>
    </message>
    <message>
        <source>What it should be, the target t. A row of the data has its label; give a drawing one here.</source>
        <translation>정답 t입니다. 데이터의 행에는 레이블이 있습니다. 직접 그린 것에는 여기서 붙이세요.</translation>
    </message>
</context>
<context>
    <name>LayerHead</name>
    <message>
        <source>Click or press Enter for the menu. Drag or press Alt and an arrow key to move the layers; + and - change the neurons, Delete removes, Insert adds.</source>
        <translation>누르거나 Enter를 누르면 메뉴가 열립니다. 끌거나 Alt와 화살표 키로 층을 옮기고, + - 키로 뉴런 수를 바꾸고, Delete로 빼고, Insert로 더합니다.</translation>
    </message>
    <message>
        <source>One neuron more; all others keep their weights.</source>
        <translation>뉴런을 하나 더합니다. 나머지 뉴런의 가중치는 그대로입니다.</translation>
    </message>
    <message>
        <source>One neuron less: the last one goes, with its weights.</source>
        <translation>뉴런을 하나 뺍니다. 마지막 뉴런이 그 가중치와 함께 사라집니다.</translation>
    </message>
    <message>
        <source>How many neurons there are; type another number. New ones come last, the last ones go first.</source>
        <translation>뉴런 수입니다. 다른 수를 입력할 수 있습니다. 뒤에서부터 더하고 뺍니다.</translation>
    </message>
    <message>
        <source>Neurons of {name}</source>
        <translation>{name}의 뉴런 수</translation>
    </message>
    <message>
        <source>Add a neuron to {name}</source>
        <translation>{name}에 뉴런 추가</translation>
    </message>
    <message>
        <source>Remove a neuron from {name}</source>
        <translation>{name}에서 뉴런 빼기</translation>
    </message>
    <message>
        <source>How many filters there are; type another number. New ones come last, the last ones go first.</source>
        <translation>필터 수입니다. 다른 수를 입력할 수 있습니다. 뒤에서부터 더하고 뺍니다.</translation>
    </message>
    <message>
        <source>Filters of {name}</source>
        <translation>{name}의 필터 수</translation>
    </message>
    <message>
        <source>Add a filter to {name}</source>
        <translation>{name}에 필터 추가</translation>
    </message>
    <message>
        <source>One filter more; all others keep their weights.</source>
        <translation>필터를 하나 더합니다. 나머지 필터의 가중치는 그대로입니다.</translation>
    </message>
    <message>
        <source>Remove a filter from {name}</source>
        <translation>{name}에서 필터 빼기</translation>
    </message>
    <message>
        <source>One filter less: the last one goes, with its weights.</source>
        <translation>필터를 하나 뺍니다. 마지막 필터가 그 가중치와 함께 사라집니다.</translation>
    </message>
</context>
<context>
    <name>LayerHeads</name>
    <message>
        <source>It stays where it is.</source>
        <translation>제자리에 둡니다.</translation>
    </message>
</context>
<context>
    <name>LayerHealth</name>
    <message>
        <source>{count} of {units} NaN</source>
        <translation>{units}개 중 {count}개 NaN</translation>
    </message>
    <message>
        <source>{count} NaN</source>
        <translation>NaN {count}</translation>
    </message>
    <message>
        <source>{layer}: {count} of {units} neurons put out NaN or infinity. Every number that comes of one is lost, too. Undo, and try a smaller learning rate.</source>
        <translation>{layer}: 뉴런 {units}개 중 {count}개가 NaN이나 무한대를 냅니다. 이 값이 들어가는 계산은 모두 망가집니다. 실행을 취소하고 학습률을 줄여 보세요.</translation>
    </message>
    <message>
        <source>{count} of {units} never fire</source>
        <translation>{units}개 중 {count}개 죽음</translation>
    </message>
    <message>
        <source>{count} dead</source>
        <translation>죽음 {count}</translation>
    </message>
    <message>
        <source>{layer}: {count} of {units} neurons put out 0 for each of the {samples} samples looked at. No gradient goes back through a 0, so their weights never change again: they are dead. A smaller learning rate and He initial values keep ReLUs alive.</source>
        <translation>{layer}: 뉴런 {units}개 중 {count}개가 살펴본 데이터 {samples}개 모두에서 0을 냅니다. 0을 낸 곳으로는 기울기가 돌아가지 않아 가중치가 다시는 바뀌지 않습니다. 죽은 뉴런입니다. 학습률을 줄이고 He 초깃값을 쓰면 ReLU가 잘 죽지 않습니다.</translation>
    </message>
    <message>
        <source>{count} of {units} explode</source>
        <translation>{units}개 중 {count}개 폭발</translation>
    </message>
    <message>
        <source>{count} explode</source>
        <translation>폭발 {count}</translation>
    </message>
    <message>
        <source>{layer}: for {count} of {units} neurons one update is larger than their weights: each throws them far away. Try a smaller learning rate, or smaller initial values.</source>
        <translation>{layer}: 뉴런 {units}개 중 {count}개는 한 번의 갱신이 가중치보다 큽니다. 갱신할 때마다 가중치가 멀리 튕겨 나갑니다. 학습률이나 초깃값을 줄여 보세요.</translation>
    </message>
    <message>
        <source>{count} of {units} saturated</source>
        <translation>{units}개 중 {count}개 포화</translation>
    </message>
    <message>
        <source>{count} saturated</source>
        <translation>포화 {count}</translation>
    </message>
    <message>
        <source>{layer}: {count} of {units} neurons stand where their function is nearly flat, for nine of ten samples. Hardly any gradient comes back through them: the gradient vanishes. Smaller initial weights (Xavier), a smaller learning rate or ReLU help.</source>
        <translation>{layer}: 뉴런 {units}개 중 {count}개는 데이터 열에 아홉이 함수의 거의 평평한 곳에 놓입니다. 그곳으로는 기울기가 거의 돌아가지 않아 기울기가 소실됩니다. Xavier처럼 작은 초깃값, 더 작은 학습률, ReLU가 도움이 됩니다.</translation>
    </message>
    <message>
        <source>{count} of {units} get no gradient</source>
        <translation>{units}개 중 {count}개 기울기 소실</translation>
    </message>
    <message>
        <source>{count} vanished</source>
        <translation>소실 {count}</translation>
    </message>
    <message>
        <source>{layer}: hardly any gradient reaches {count} of {units} neurons, measured by their weights: the gradient has vanished on its way back, and they learn next to nothing. Look at the layers behind: many sigmoids in a row, saturated or dead neurons. ReLU with He initial values and batch normalization help.</source>
        <translation>{layer}: 뉴런 {units}개 중 {count}개에는 가중치에 견주어 기울기가 거의 오지 않습니다. 역전파하는 동안 기울기가 소실되어 거의 배우지 못합니다. 뒤쪽 층을 살펴보세요. 시그모이드가 여러 층 이어지거나 포화되거나 죽은 뉴런이 있을 수 있습니다. ReLU와 He 초깃값, 배치 정규화가 도움이 됩니다.</translation>
    </message>
    <message>
        <source>{layer}: {count} of {units} filters put out NaN or infinity. Every number that comes of one is lost, too. Undo, and try a smaller learning rate.</source>
        <translation>{layer}: 필터 {units}개 중 {count}개의 출력이 NaN이나 무한대입니다. 거기서 나오는 수도 모두 쓸 수 없습니다. 실행 취소하고 학습률을 줄여 보세요.</translation>
    </message>
    <message>
        <source>{layer}: {count} of {units} filters put out 0 at every place of each of the {samples} samples looked at. No gradient goes back through a 0, so their weights never change again: they are dead. A smaller learning rate and He initial values keep ReLUs alive.</source>
        <translation>{layer}: 필터 {units}개 중 {count}개는 살펴본 데이터 {samples}개의 모든 자리에서 0을 출력합니다. 0으로는 기울기가 돌아가지 않아 가중치가 다시 바뀌지 않습니다. 죽은 필터입니다. 학습률을 줄이고 He 초깃값을 쓰면 ReLU가 살아 있습니다.</translation>
    </message>
    <message>
        <source>{layer}: {count} of {units} filters stand at every place where their function is nearly flat, for nine of ten samples. Hardly any gradient comes back through them: the gradient vanishes. Smaller initial weights (Xavier), a smaller learning rate or ReLU help.</source>
        <translation>{layer}: 필터 {units}개 중 {count}개는 데이터 열 개 중 아홉 개에서 모든 자리가 함수의 거의 평평한 곳에 있습니다. 기울기가 거의 돌아오지 않아 소실됩니다. 초깃값을 줄이거나(Xavier) 학습률을 줄이거나 ReLU를 쓰면 나아집니다.</translation>
    </message>
    <message>
        <source>{layer}: for {count} of {units} filters one update is larger than their weights: each throws them far away. Try a smaller learning rate, or smaller initial values.</source>
        <translation>{layer}: 필터 {units}개 중 {count}개는 한 번의 갱신이 가중치보다 큽니다. 갱신할 때마다 가중치가 멀리 튕겨 나갑니다. 학습률이나 초깃값을 줄여 보세요.</translation>
    </message>
    <message>
        <source>{layer}: hardly any gradient reaches {count} of {units} filters, measured by their weights: the gradient has vanished on its way back, and they learn next to nothing. Look at the layers behind: many sigmoids in a row, saturated or dead neurons. ReLU with He initial values and batch normalization help.</source>
        <translation>{layer}: 필터 {units}개 중 {count}개에는 가중치에 견주어 기울기가 거의 오지 않습니다. 역전파하는 동안 기울기가 소실되어 거의 배우지 못합니다. 뒤쪽 층을 살펴보세요. 시그모이드가 여러 층 이어지거나 포화되거나 죽은 뉴런이 있을 수 있습니다. ReLU와 He 초깃값, 배치 정규화가 도움이 됩니다.</translation>
    </message>
</context>
<context>
    <name>LayerMenu</name>
    <message>
        <source>Build a network of the book</source>
        <translation>책의 신경망 만들기</translation>
    </message>
    <message>
        <source>Insert before</source>
        <translation>앞에 삽입</translation>
    </message>
    <message>
        <source>Insert behind</source>
        <translation>뒤에 삽입</translation>
    </message>
    <message>
        <source>Move nearer to the input</source>
        <translation>입력 쪽으로 이동</translation>
    </message>
    <message>
        <source>Move nearer to the output</source>
        <translation>출력 쪽으로 이동</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Change activation</source>
        <translation>활성화 함수 변경</translation>
    </message>
    <message>
        <source>Chosen neuron {n}</source>
        <translation>고른 뉴런 {n}</translation>
    </message>
    <message>
        <source>Add a neuron behind it</source>
        <translation>뒤에 뉴런 추가</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>이 뉴런 제거</translation>
    </message>
    <message>
        <source>Move {name} left</source>
        <translation>{name} 왼쪽으로</translation>
    </message>
    <message>
        <source>Move {name} right</source>
        <translation>{name} 오른쪽으로</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} 제거</translation>
    </message>
    <message>
        <source>Shape of a sample</source>
        <translation>데이터의 형상</translation>
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
    <name>LayerTexts</name>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>The input: the shape of one sample. The data decide how many numbers there are.</source>
        <translation>입력입니다. 데이터 하나의 형상이며, 수의 개수는 데이터에 따라 정해집니다.</translation>
    </message>
    <message>
        <source>It has one filter only, and a layer without any gives nothing: remove the layer instead.</source>
        <translation>필터가 하나뿐입니다. 필터가 없는 층은 아무것도 넘기지 못하니, 대신 층을 빼세요.</translation>
    </message>
    <message>
        <source>It has one neuron only, and a layer without any gives nothing: remove the layer instead.</source>
        <translation>뉴런이 하나뿐입니다. 뉴런이 없는 층은 아무것도 넘기지 못하니, 대신 층을 빼세요.</translation>
    </message>
    <message>
        <source>Keeps {kept} of {all} weights and biases; {lost} go, {new} are drawn anew.</source>
        <translation>가중치와 편향 {all}개 중 {kept}개를 그대로 두고 {lost}개를 없애며 {new}개를 새로 만듭니다.</translation>
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
    <name>LessonList</name>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>마침</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>마치지 않음</translation>
    </message>
    <message>
        <source>{finished} of {count} lessons finished</source>
        <translation>실습 {count}개 중 {finished}개 마침</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>실습</translation>
    </message>
    <message>
        <source>The arrow keys choose a lesson, Enter opens it.</source>
        <translation>화살표 키로 실습을 고르고 Enter로 엽니다.</translation>
    </message>
    <message>
        <source>A tick stands before each lesson that you went through to its end.</source>
        <translation>끝까지 마친 실습 앞에는 확인 표시가 붙습니다.</translation>
    </message>
    <message>
        <source>Open lesson</source>
        <translation>실습 열기</translation>
    </message>
    <message>
        <source>Put the lesson&apos;s network, data and panels in place.</source>
        <translation>실습의 신경망, 데이터, 패널을 준비합니다.</translation>
    </message>
    <message>
        <source>It opens with a network of its own, as one step: Undo brings yours back as it was.</source>
        <translation>실습용 신경망으로 열립니다. 실행 취소 한 번이면 원래 신경망으로 돌아옵니다.</translation>
    </message>
</context>
<context>
    <name>LessonNumbers</name>
    <message>
        <source>{formula}, in the names of the book&apos;s programs</source>
        <translation>{formula}, 책의 프로그램에 나오는 이름</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>The value in your network at this moment</source>
        <translation>지금 신경망에서의 값입니다</translation>
    </message>
    <message>
        <source>What the value is when everything is as the step says</source>
        <translation>이 단계의 설명대로 했을 때의 값입니다</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>Right: {name} is as expected</source>
        <translation>맞음: {name} 값이 목표에 맞습니다</translation>
    </message>
    <message>
        <source>Not yet: {name} is not as expected</source>
        <translation>아직: {name} 값이 목표에 맞지 않습니다</translation>
    </message>
</context>
<context>
    <name>LessonPage</name>
    <message>
        <source>**The lesson is finished.** What you made in it is yours to go on with.</source>
        <translation>**실습을 마쳤습니다.** 만든 것은 그대로 이어서 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>실습 목록</translation>
    </message>
    <message>
        <source>Go back to the list. What you made in this lesson stays as it is.</source>
        <translation>목록으로 돌아갑니다. 이 실습에서 만든 것은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Open this lesson again from its beginning, as one step that can be undone.</source>
        <translation>이 실습을 처음 상태로 다시 엽니다. 한 번에 실행 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>다음 실습</translation>
    </message>
    <message>
        <source>Open the lesson that follows in the list.</source>
        <translation>목록의 다음 실습을 엽니다.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>실습</translation>
    </message>
</context>
<context>
    <name>LessonPrediction</name>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Compare what you typed with what is right (Enter).</source>
        <translation>쓴 답이 맞는지 확인합니다(Enter).</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>정답을 봄</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>아직 아님</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>답하기 전</translation>
    </message>
</context>
<context>
    <name>LessonQuestion</name>
    <message>
        <source>Choose this answer</source>
        <translation>이 답 고르기</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation>오답</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>정답입니다.</translation>
    </message>
    <message>
        <source>Not this one.</source>
        <translation>이 답이 아닙니다.</translation>
    </message>
</context>
<context>
    <name>LessonRace</name>
    <message>
        <source>Measure</source>
        <translation>시간 재기</translation>
    </message>
    <message>
        <source>Send the samples through your network both ways, again and again.</source>
        <translation>같은 데이터를 두 가지 방법으로 신경망에 여러 번 보냅니다.</translation>
    </message>
    <message>
        <source>Above, {n} at once: {once} ms. Below, {n} times one: {single} ms.</source>
        <translation>위는 {n}개를 한꺼번에 {once} ms, 아래는 하나씩 {n}번 {single} ms입니다.</translation>
    </message>
    <message>
        <source>**At once is {ratio} times as fast.**</source>
        <translation>**한꺼번에 보내면 {ratio}배 빠릅니다.**</translation>
    </message>
</context>
<context>
    <name>LessonScatter</name>
    <message>
        <source>Each row of {name} as a point: the first number to the right, the second upwards.</source>
        <translation>{name}의 행마다 점 하나입니다. 첫째 수는 오른쪽으로, 둘째 수는 위로 갑니다.</translation>
    </message>
    <message>
        <source>The ellipse has the widths of the cloud: round and upright when it is white.</source>
        <translation>타원은 점들이 퍼진 폭을 나타냅니다. 백색화하면 둥글어집니다.</translation>
    </message>
</context>
<context>
    <name>LessonSheet</name>
    <message>
        <source>the next line</source>
        <translation>다음 줄</translation>
    </message>
    <message>
        <source>The next line of the worksheet</source>
        <translation>연습장의 다음 줄</translation>
    </message>
    <message>
        <source>Write a line as in Python: x &lt;= 0, dot(x, W), y = x * 2. Enter computes it.</source>
        <translation>파이썬처럼 한 줄을 쓰세요. 예: x &lt;= 0, dot(x, W), y = x * 2. Enter를 누르면 계산합니다.</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>계산</translation>
    </message>
    <message>
        <source>Compute the line (Enter).</source>
        <translation>이 줄을 계산합니다(Enter).</translation>
    </message>
</context>
<context>
    <name>LessonStep</name>
    <message>
        <source>Once more: {title}</source>
        <translation>한 번 더: {title}</translation>
    </message>
    <message>
        <source>Read this step again.</source>
        <translation>이 단계를 다시 읽습니다.</translation>
    </message>
    <message>
        <source>Step {n} of {count}: done</source>
        <translation>{count}단계 중 {n}단계: 마침</translation>
    </message>
    <message>
        <source>Step {n} of {count}: try this now</source>
        <translation>{count}단계 중 {n}단계: 지금 해 보세요</translation>
    </message>
    <message>
        <source>Step {n} of {count}: to come</source>
        <translation>{count}단계 중 {n}단계: 다음에</translation>
    </message>
</context>
<context>
    <name>LessonStepBody</name>
    <message>
        <source>Finish</source>
        <translation>마치기</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Do it for me</source>
        <translation>대신 해 주기</translation>
    </message>
    <message>
        <source>Put this in place, as one step that can be undone.</source>
        <translation>한 번에 준비합니다. 실행 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Waits until the step is done.</source>
        <translation>이 단계를 마치면 누를 수 있습니다.</translation>
    </message>
    <message>
        <source>Go on with the next step.</source>
        <translation>다음 단계로 갑니다.</translation>
    </message>
</context>
<context>
    <name>LessonVerdict</name>
    <message>
        <source>A shape, such as (2, 3)</source>
        <translation>(2, 3)처럼 형상을 쓰세요</translation>
    </message>
    <message>
        <source>True or False for each, such as [True, False]</source>
        <translation>[True, False]처럼 하나씩 True나 False로 쓰세요</translation>
    </message>
    <message>
        <source>Off by at most {within}; {form}</source>
        <translation>오차 {within}까지 정답: {form}</translation>
    </message>
    <message>
        <source>To {decimals} decimals; {form}</source>
        <translation>소수점 아래 {decimals}자리까지: {form}</translation>
    </message>
    <message>
        <source>To {digits} digits; {form}</source>
        <translation>유효숫자 {digits}자리까지: {form}</translation>
    </message>
    <message>
        <source>Exactly; {form}</source>
        <translation>정확한 값: {form}</translation>
    </message>
    <message>
        <source>rows such as [[1, 2], [3, 4]]</source>
        <translation>[[1, 2], [3, 4]]처럼 행마다 쓰세요</translation>
    </message>
    <message>
        <source>a list such as [1, 2.5]</source>
        <translation>[1, 2.5]처럼 리스트로 쓰세요</translation>
    </message>
    <message>
        <source>a number such as 0.5 or 1/2</source>
        <translation>0.5나 1/2처럼 쓰면 됩니다</translation>
    </message>
    <message>
        <source>**Right:** {answer}</source>
        <translation>**맞았습니다:** {answer}</translation>
    </message>
    <message>
        <source>**The answer:** {answer}</source>
        <translation>**정답:** {answer}</translation>
    </message>
    <message>
        <source>**Not yet.** Your numbers have the shape {shape}; {wanted} is asked for.</source>
        <translation>**아직입니다.** 쓴 숫자의 형상은 {shape}인데 답의 형상은 {wanted}입니다.</translation>
    </message>
    <message>
        <source>**Not yet.** {right} of {count} numbers are right.</source>
        <translation>**아직입니다.** 숫자 {count}개 가운데 {right}개가 맞습니다.</translation>
    </message>
    <message>
        <source>**Nearly.** It is a little off: look at the last digits.</source>
        <translation>**거의 맞았습니다.** 조금 다릅니다. 끝자리를 다시 보세요.</translation>
    </message>
    <message>
        <source>**Not yet.** That is too high.</source>
        <translation>**아직입니다.** 그보다 작습니다.</translation>
    </message>
    <message>
        <source>**Not yet.** That is too low.</source>
        <translation>**아직입니다.** 그보다 큽니다.</translation>
    </message>
    <message>
        <source>**Not yet.** It has the other sign.</source>
        <translation>**아직입니다.** 부호가 반대입니다.</translation>
    </message>
    <message>
        <source>**Not yet.**</source>
        <translation>**아직입니다.**</translation>
    </message>
    <message>
        <source>Yours, {given}, was off by {off}.</source>
        <translation>쓴 답은 {given}, 차이는 {off}입니다.</translation>
    </message>
</context>
<context>
    <name>LessonWriting</name>
    <message>
        <source>**Right.**</source>
        <translation>**맞았습니다.**</translation>
    </message>
    <message>
        <source>**One way to write it:** {line}</source>
        <translation>**이렇게 쓸 수 있습니다:** {line}</translation>
    </message>
    <message>
        <source>**Not yet.** Compare numbers, shape and type of your result with what is wanted.</source>
        <translation>**아직입니다.** 결과의 숫자와 형상, 형식을 원하는 것과 비교해 보세요.</translation>
    </message>
</context>
<context>
    <name>LessonsPanel</name>
    <message>
        <source>Lessons</source>
        <translation>실습</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>Chapter 2: Perceptron</source>
        <translation>2장: 퍼셉트론</translation>
    </message>
    <message>
        <source>Chapter 3: Neural networks</source>
        <translation>3장: 신경망</translation>
    </message>
    <message>
        <source>Chapter 4: Training</source>
        <translation>4장: 신경망 학습</translation>
    </message>
    <message>
        <source>Chapter 5: Backpropagation</source>
        <translation>5장: 오차역전파법</translation>
    </message>
    <message>
        <source>Chapter 6: Training techniques</source>
        <translation>6장: 학습 관련 기술들</translation>
    </message>
    <message>
        <source>Chapter 7: Convolutional networks</source>
        <translation>7장: 합성곱 신경망(CNN)</translation>
    </message>
    <message>
        <source>Chapter 8: Deep learning</source>
        <translation>8장: 딥러닝</translation>
    </message>
    <message>
        <source>Chapter {number}</source>
        <translation>{number}장</translation>
    </message>
</context>
<context>
    <name>ListingPane</name>
    <message>
        <source>No code for this step</source>
        <translation>이 단계의 코드가 없습니다</translation>
    </message>
    <message>
        <source>The code of this layer, loss or optimizer as the book writes it, and as exported programs have it. The line that does this step is lit.</source>
        <translation>이 계층, 손실, 최적화 기법을 책의 방식으로 쓴 코드이며, 내보낸 프로그램에도 그대로 들어갑니다. 이 단계를 하는 줄이 밝게 표시됩니다.</translation>
    </message>
    <message>
        <source>Code of this step</source>
        <translation>이 단계의 코드</translation>
    </message>
    <message>
        <source>Beside the other views, or in a tab of its own</source>
        <translation>다른 화면 옆에 두거나 따로 탭에 둡니다</translation>
    </message>
    <message>
        <source>Code beside the graph</source>
        <translation>그래프 옆에 코드 두기</translation>
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
    <name>LossCurve</name>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실 함수</translation>
    </message>
    <message>
        <source>The loss of each batch, as the loss of your network says; many iterations are one mean.</source>
        <translation>내 코드의 신경망의 loss가 돌려준 배치마다의 손실입니다. 반복이 많으면 여러 번을 평균한 점으로 그립니다.</translation>
    </message>
    <message>
        <source>Loss of your network</source>
        <translation>내 코드의 신경망의 손실</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Save picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>The picture could not be written to {path}. Choose another place.</source>
        <translation>그림을 쓸 수 없습니다: {path}. 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>Step back is Ctrl+F11 now, and continue backwards Ctrl+Shift+F11.</source>
        <translation>한 단계 뒤로는 이제 Ctrl+F11, 이전 중단점까지 되돌아가기는 Ctrl+Shift+F11입니다.</translation>
    </message>
</context>
<context>
    <name>MapChart</name>
    <message>
        <source>A point a sample: where the values of the layer put it. Samples that lie close together are alike to the layer, as far as two directions can tell. A click, or the arrow keys, look at a sample.</source>
        <translation>점 하나가 데이터 하나입니다. 층의 값에 따라 자리가 정해집니다. 가까이 있는 데이터는 두 방향이 말해 주는 만큼 층이 비슷하게 보는 것입니다. 클릭하거나 화살표 키를 누르면 그 데이터를 봅니다.</translation>
    </message>
    <message>
        <source>Map of the samples</source>
        <translation>데이터의 지도</translation>
    </message>
    <message>
        <source>to this layer all samples are the same</source>
        <translation>이 층에서는 모든 데이터가 똑같습니다</translation>
    </message>
    <message>
        <source>its values are no numbers</source>
        <translation>이 층의 값이 수가 아닙니다</translation>
    </message>
    <message>
        <source>component 1: {share} of the variance</source>
        <translation>주성분 1: 분산의 {share}</translation>
    </message>
    <message>
        <source>component 2: {share}</source>
        <translation>주성분 2: {share}</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>cancelled</source>
        <translation>취소함</translation>
    </message>
    <message>
        <source>sending samples …</source>
        <translation>데이터를 보내는 중…</translation>
    </message>
    <message>
        <source>of a moment ago</source>
        <translation>조금 전의 것</translation>
    </message>
    <message>
        <source>{count:,} samples, each with {width:,} values of this layer</source>
        <translation>데이터 {count:,}개, 이 층의 값 {width:,}개씩</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ 틀림</translation>
    </message>
    <message>
        <source>sample {row}: true {true:.4g}, said {said:.4g}</source>
        <translation>데이터 {row}번: 참값 {true:.4g}, 답 {said:.4g}</translation>
    </message>
    <message>
        <source>sample {row}: true {true}, said {said}</source>
        <translation>데이터 {row}번: 정답 {true}, 답 {said}</translation>
    </message>
    <message>
        <source>A click lists neighbours</source>
        <translation>클릭하면 이웃을 보입니다</translation>
    </message>
    <message>
        <source>Around sample {row}, the closest first</source>
        <translation>데이터 {row}번의 이웃, 가까운 순서</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Whose values put the first {count:,} samples where they are.</source>
        <translation>처음 데이터 {count:,}개의 자리를 정하는 값이 어느 층의 것인지 고릅니다.</translation>
    </message>
    <message>
        <source>What is on the map</source>
        <translation>지도에 있는 것</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Make no map.</source>
        <translation>지도를 만들지 않습니다.</translation>
    </message>
    <message>
        <source>Make the map</source>
        <translation>지도 만들기</translation>
    </message>
    <message>
        <source>by class</source>
        <translation>클래스별 색</translation>
    </message>
    <message>
        <source>Each class has its colour.</source>
        <translation>클래스마다 색이 다릅니다.</translation>
    </message>
    <message>
        <source>right, wrong</source>
        <translation>정답, 오답</translation>
    </message>
    <message>
        <source>Crosses are wrong.</source>
        <translation>가위표가 틀린 것입니다.</translation>
    </message>
    <message>
        <source>by value</source>
        <translation>값별 색</translation>
    </message>
    <message>
        <source>From the smallest true value to the largest.</source>
        <translation>가장 작은 정답에서 가장 큰 정답까지 색이 바뀝니다.</translation>
    </message>
    <message>
        <source>by error</source>
        <translation>오차별 색</translation>
    </message>
    <message>
        <source>By how far off the answers are.</source>
        <translation>답이 정답에서 얼마나 벗어났는지 색으로 나타냅니다.</translation>
    </message>
    <message>
        <source>Coloured</source>
        <translation>색</translation>
    </message>
    <message>
        <source>What the colours of the points tell.</source>
        <translation>점의 색이 무엇을 말하는지 고릅니다.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>The samples as they are, before any layer.</source>
        <translation>어떤 층도 거치지 않은 데이터 그대로입니다.</translation>
    </message>
    <message>
        <source>What comes out of {layer}.</source>
        <translation>다음 층의 출력입니다: {layer}.</translation>
    </message>
</context>
<context>
    <name>MappingTable</name>
    <message>
        <source>(keep)</source>
        <translation>(그대로)</translation>
    </message>
    <message>
        <source>Keep the numbers that are there</source>
        <translation>지금 있는 수를 그대로 둡니다</translation>
    </message>
    <message>
        <source>Array for {param}</source>
        <translation>{param}에 넣을 배열</translation>
    </message>
    <message>
        <source>keeps its numbers</source>
        <translation>그대로 둠</translation>
    </message>
    <message>
        <source>fits when turned: rows and columns change places</source>
        <translation>행과 열을 바꾸면 맞음</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>맞음</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>형상</translation>
    </message>
    <message>
        <source>Array in the file</source>
        <translation>파일의 배열</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Parameters of the network and arrays of the file</source>
        <translation>신경망의 매개변수와 파일의 배열</translation>
    </message>
    <message>
        <source>Which array of the file each weight matrix and bias of the network gets</source>
        <translation>신경망의 가중치와 편향마다 파일의 어떤 배열을 넣을지 정합니다</translation>
    </message>
</context>
<context>
    <name>MatrixClipboard</name>
    <message>
        <source>Several separate blocks are selected: copy one rectangle at a time.</source>
        <translation>떨어진 영역을 여러 개 골랐습니다. 사각형 하나씩 복사하세요.</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>숫자 복사</translation>
    </message>
    <message>
        <source>In the table of weights: copy the selected numbers</source>
        <translation>가중치 표에서: 고른 숫자를 복사합니다</translation>
    </message>
    <message>
        <source>Paste numbers</source>
        <translation>숫자 붙여넣기</translation>
    </message>
    <message>
        <source>In the table of weights: paste numbers at this place</source>
        <translation>가중치 표에서: 이 자리에 숫자를 붙여 넣습니다</translation>
    </message>
</context>
<context>
    <name>MatrixNumbers</name>
    <message>
        <source>{name} cannot hold {text}: the largest number of {dtype} is {largest:.1e}.</source>
        <translation>{name}: {text} 값은 너무 큽니다. {dtype} 정밀도의 가장 큰 수는 {largest:.1e}입니다.</translation>
    </message>
    <message>
        <source>{name} needs a number, such as 0 or -0.25: nothing was typed.</source>
        <translation>{name}: 아무것도 입력하지 않았습니다. 0이나 -0.25 같은 수를 입력하세요.</translation>
    </message>
    <message>
        <source>{name} does not take “{text}”: from it every output would become NaN. Type a finite number such as -0.25.</source>
        <translation>{name}: “{text}” 값을 넣으면 출력이 모두 NaN이 됩니다. -0.25 같은 유한한 수를 입력하세요.</translation>
    </message>
    <message>
        <source>{name} takes a number such as -0.25 or 1e-3, not “{text}”.</source>
        <translation>{name}: “{text}” 대신 -0.25나 1e-3 같은 수를 입력하세요.</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>A neuron of this layer: click to select all its numbers.</source>
        <translation>이 층의 뉴런입니다. 누르면 그 뉴런의 수를 모두 고릅니다.</translation>
    </message>
    <message>
        <source>What the layer listens to: click to select all weights from it.</source>
        <translation>이 층으로 들어오는 입력입니다. 누르면 거기서 오는 가중치를 모두 고릅니다.</translation>
    </message>
    <message>
        <source>Set to 0</source>
        <translation>0으로 지정</translation>
    </message>
    <message>
        <source>In the table of weights: set the selected numbers to 0</source>
        <translation>가중치 표에서: 고른 숫자를 0으로 만듭니다</translation>
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
        <source>&amp;Debug</source>
        <translation>디버그(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Places</source>
        <translation>자리(&amp;P)</translation>
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
    <name>MissingData</name>
    <message>
        <source>&amp;Choose the file…</source>
        <translation>파일 고르기(&amp;C)…</translation>
    </message>
    <message>
        <source>The data cannot be read: {reason}.</source>
        <translation>데이터를 읽을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The data stay as they are in the document. To have them read in another way, choose the file they were imported from, wherever it is now.</source>
        <translation>데이터는 문서에 있는 그대로 둡니다. 다른 방식으로 읽으려면 가져왔던 파일을 지금 있는 곳에서 고르세요.</translation>
    </message>
    <message>
        <source>Everything else of the document is here. It can be trained again when its data are found: choose the file they were imported from, wherever it is now, or import others.</source>
        <translation>문서의 나머지는 모두 여기 있습니다. 데이터를 찾으면 다시 학습할 수 있습니다. 가져왔던 파일을 지금 있는 곳에서 고르거나 다른 데이터를 가져오세요.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>Where the data are now</source>
        <translation>데이터가 지금 있는 곳</translation>
    </message>
</context>
<context>
    <name>MomentList</name>
    <message>
        <source>The beginning: iteration {first:,}</source>
        <translation>처음: 반복 {first:,}번째</translation>
    </message>
    <message>
        <source>Look at the network before it learned anything here.</source>
        <translation>여기서 아무것도 배우기 전의 신경망을 봅니다.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Your network as it is.</source>
        <translation>지금 그대로의 내 신경망입니다.</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Any moment of the training that led here, by its number.</source>
        <translation>여기까지 온 학습의 어느 순간이든 번호로 고릅니다.</translation>
    </message>
</context>
<context>
    <name>MomentsPicture</name>
    <message>
        <source>not there yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>After {iteration:,} updates. A click shows this moment in every panel.</source>
        <translation>갱신 {iteration:,}번 뒤. 클릭하면 모든 패널이 이 시점을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Many moments</source>
        <translation>여러 시점</translation>
    </message>
</context>
<context>
    <name>MomentsWindow</name>
    <message>
        <source>Save the moments as a picture</source>
        <translation>여러 시점을 그림으로 저장</translation>
    </message>
    <message>
        <source>{found} of {count} moments</source>
        <translation>시점 {count}개 중 {found}개</translation>
    </message>
    <message>
        <source>What the network says over the plane, after so many updates</source>
        <translation>평면 전체에서 신경망이 내는 답 (아래 수는 갱신 횟수)</translation>
    </message>
    <message>
        <source>{layer}, neuron {index}: its number over the plane, after so many updates</source>
        <translation>{layer}, 뉴런 {index}: 평면 전체에서 내는 값 (아래 수는 갱신 횟수)</translation>
    </message>
    <message>
        <source>{layer}, neuron {index}: the weights into it, after so many updates</source>
        <translation>{layer}, 뉴런 {index}: 들어오는 가중치 (아래 수는 갱신 횟수)</translation>
    </message>
    <message>
        <source>What the network says of the sample, after so many updates</source>
        <translation>이 데이터에 대한 신경망의 답 (아래 수는 갱신 횟수)</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>The weights into a neuron, or the numbers of a filter.</source>
        <translation>뉴런에 들어오는 가중치 또는 필터의 수입니다.</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>What the network says of the sample.</source>
        <translation>이 데이터에 대한 신경망의 답입니다.</translation>
    </message>
    <message>
        <source>What the output, or a neuron, gives at every place of the plane.</source>
        <translation>평면의 모든 점에서 출력이나 뉴런이 내는 값입니다.</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>곡면</translation>
    </message>
    <message>
        <source>Many moments</source>
        <translation>여러 시점</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>{layer}, filter {index}: its numbers, after so many updates</source>
        <translation>{layer}, 필터 {index}: 필터의 수 (아래 수는 갱신 횟수)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Moments</source>
        <translation>시점 수</translation>
    </message>
    <message>
        <source>Evenly spread</source>
        <translation>고른 간격</translation>
    </message>
    <message>
        <source>As many iterations from each moment to the next.</source>
        <translation>시점 사이의 반복 수가 같습니다.</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>로그 간격</translation>
    </message>
    <message>
        <source>Close together at the beginning, where most happens.</source>
        <translation>변화가 가장 많은 처음이 촘촘합니다.</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>볼 것</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Neuron or filter, counted from 0</source>
        <translation>뉴런 또는 필터 (0부터)</translation>
    </message>
    <message>
        <source>How many moments stand beside each other</source>
        <translation>나란히 놓을 시점의 수</translation>
    </message>
    <message>
        <source>How the moments are spread over the training</source>
        <translation>학습에 걸친 시점의 간격</translation>
    </message>
    <message>
        <source>Look no further</source>
        <translation>그만 찾기</translation>
    </message>
    <message>
        <source>What was found of the past stays.</source>
        <translation>지금까지 찾은 과거는 남습니다.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>그림으로 저장…</translation>
    </message>
    <message>
        <source>Save the picture as PNG or SVG</source>
        <translation>그림을 PNG 또는 SVG로 저장</translation>
    </message>
</context>
<context>
    <name>MyCodePanel</name>
    <message>
        <source>My code</source>
        <translation>내 코드</translation>
    </message>
</context>
<context>
    <name>MyCodeView</name>
    <message>
        <source>There is no text on the clipboard: copy your code first.</source>
        <translation>클립보드에 텍스트가 없습니다. 코드를 먼저 복사하세요.</translation>
    </message>
    <message>
        <source>Find in the code</source>
        <translation>코드에서 찾기</translation>
    </message>
    <message>
        <source>Find a text in the code</source>
        <translation>코드에서 텍스트를 찾습니다</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Write Python. Tab and Shift+Tab indent, Ctrl+/ makes a comment, Ctrl+F finds, Ctrl+Enter checks, F9 sets a breakpoint. Escape and then Tab leads on to the next field.</source>
        <translation>파이썬을 씁니다. Tab과 Shift+Tab은 들여쓰기, Ctrl+/는 주석, Ctrl+F는 찾기, Ctrl+Enter는 검사, F9는 중단점입니다. Esc 다음에 Tab을 누르면 다음 칸으로 갑니다.</translation>
    </message>
</context>
<context>
    <name>NetworkDiagram</name>
    <message>
        <source>The bias as a neuron that always says 1. Its weights: {numbers}</source>
        <translation>편향을 언제나 1을 내보내는 뉴런으로 나타냈습니다. 그 가중치: {numbers}</translation>
    </message>
    <message>
        <source>Columns of neurons from the input to the output. The arrow keys go from neuron to neuron, Enter lays one open, Escape lets it go. Shift with the up and down keys goes through its edges; type a number to change the weight.</source>
        <translation>입력에서 출력까지 뉴런이 열로 서 있습니다. 화살표 키로 뉴런을 옮겨 다니고, Enter로 펼쳐 보고, Esc로 놓습니다. Shift와 위아래 키로 그 뉴런의 연결선을 고르고, 숫자를 입력하면 가중치가 바뀝니다.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
</context>
<context>
    <name>NetworkEdgeChoice</name>
    <message>
        <source>Number of edges</source>
        <translation>연결선 수</translation>
    </message>
    <message>
        <source>How many edges are drawn: the strongest weights of each layer, by size.</source>
        <translation>연결선을 몇 개 그릴지 정합니다. 층마다 절댓값이 큰 가중치부터 그립니다.</translation>
    </message>
    <message>
        <source>{count:,} of {total:,} edges</source>
        <translation>연결선 {count:,}/{total:,}</translation>
    </message>
</context>
<context>
    <name>NetworkFaces</name>
    <message>
        <source>This is a comparison. Choose “This one” above the network to change it.</source>
        <translation>지금은 비교하는 화면입니다. 고치려면 신경망 위에서 ‘이 신경망’을 고르세요.</translation>
    </message>
    <message>
        <source>No difference can be drawn: {reason}.</source>
        <translation>차이를 그릴 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>Blue: larger here than in the other network; orange: smaller.</source>
        <translation>파랑: 상대 신경망보다 큽니다. 주황: 더 작습니다.</translation>
    </message>
    <message>
        <source>The network that you compare with, with the same sample.</source>
        <translation>비교하는 상대 신경망에 같은 데이터를 넣었습니다.</translation>
    </message>
    <message>
        <source>Which network is drawn</source>
        <translation>그릴 신경망</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>이 신경망</translation>
    </message>
    <message>
        <source>Draw the network that you look at.</source>
        <translation>보고 있는 신경망을 그립니다.</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>상대 신경망</translation>
    </message>
    <message>
        <source>Draw the network that you compare with, with the same sample.</source>
        <translation>비교하는 상대 신경망을 같은 데이터로 그립니다.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Draw how much larger each weight and each number is here than in the other network.</source>
        <translation>가중치와 값이 상대 신경망보다 얼마나 큰지 하나하나 그립니다.</translation>
    </message>
</context>
<context>
    <name>NetworkList</name>
    <message>
        <source>Your network</source>
        <translation>내 신경망</translation>
    </message>
    <message>
        <source>The shipped network</source>
        <translation>기본 제공 신경망</translation>
    </message>
    <message>
        <source>The shipped network, {accuracy:.1f}% of MNIST&apos;s test digits right</source>
        <translation>기본 제공 신경망, MNIST 시험 숫자 {accuracy:.1f}% 정답</translation>
    </message>
    <message>
        <source>The network of this document: the one that Train and all settings change.</source>
        <translation>이 문서의 신경망입니다. 학습과 모든 설정은 이 신경망을 바꿉니다.</translation>
    </message>
    <message>
        <source>The network that came with the program: look at it, step through it, copy it.</source>
        <translation>프로그램과 함께 제공하는 신경망입니다. 들여다보고, 한 단계씩 따라가고, 복사할 수 있습니다.</translation>
    </message>
    <message>
        <source>Copy the shipped network into my network</source>
        <translation>기본 제공 신경망을 내 신경망으로 복사</translation>
    </message>
    <message>
        <source>Make a copy of it your own network. One undo brings back what you had.</source>
        <translation>이 신경망을 복사해 내 신경망으로 삼습니다. 실행 취소 한 번이면 원래 신경망이 돌아옵니다.</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>w₁₂</source>
        <translation>w₁₂</translation>
    </message>
    <message>
        <source>Write the book&apos;s names at neurons and edges, w₁₂⁽¹⁾ for the weight from neuron 2 to neuron 1 of the first layer, and show each bias as a neuron that always says 1.</source>
        <translation>뉴런과 연결선에 책의 표기를 붙입니다. w₁₂⁽¹⁾은 1층에서 앞층의 2번째 뉴런에서 다음 층의 1번째 뉴런으로 가는 가중치입니다. 편향은 언제나 1을 내보내는 뉴런으로 그립니다.</translation>
    </message>
    <message>
        <source>Names of the book</source>
        <translation>책의 표기</translation>
    </message>
    <message>
        <source>Show what each neuron of the first layer looks for: the weights of its inputs as a picture, the strongest neurons first.</source>
        <translation>1층의 뉴런이 저마다 무엇을 찾는지 보여 줍니다. 입력에 곱하는 가중치를 그림으로 나타내며, 센 뉴런부터 놓습니다.</translation>
    </message>
    <message>
        <source>Weights as pictures</source>
        <translation>가중치를 그림으로</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>∂L/∂number</source>
        <translation>∂L/∂값</translation>
    </message>
    <message>
        <source>∂L/∂weight</source>
        <translation>∂L/∂가중치</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>number: here − there</source>
        <translation>값: 이쪽 − 상대</translation>
    </message>
    <message>
        <source>weight: here − there</source>
        <translation>가중치: 이쪽 − 상대</translation>
    </message>
    <message>
        <source>a neuron over the plane</source>
        <translation>평면 위의 뉴런 값</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>a neuron&apos;s number</source>
        <translation>뉴런의 값</translation>
    </message>
    <message>
        <source>weights of the {shown} strongest of {count} neurons, frame: their number</source>
        <translation>뉴런 {count}개 중 가장 센 {shown}개의 가중치, 테두리: 그 뉴런의 값</translation>
    </message>
    <message>
        <source>weights into a neuron, frame: its number</source>
        <translation>뉴런으로 들어가는 가중치, 테두리: 그 뉴런의 값</translation>
    </message>
    <message>
        <source>Made of {height} × {width} pixels of the input: its receptive field, framed</source>
        <translation>입력의 {height} × {width}픽셀로 만들었습니다: 테두리로 보이는 수용 영역</translation>
    </message>
</context>
<context>
    <name>NeuronCard</name>
    <message>
        <source>History of this weight…</source>
        <translation>이 가중치가 변해 온 과정…</translation>
    </message>
    <message>
        <source>Where does this weight come from?</source>
        <translation>이 가중치는 어디에서 왔을까?</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Show this neuron&apos;s weights in the Weights panel, to change them.</source>
        <translation>이 뉴런의 가중치를 가중치 패널에서 보고 바꿉니다.</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Terms of the sum</source>
        <translation>가중합의 항</translation>
    </message>
    <message>
        <source>Inputs, weights and products, the largest product first. F2 or a double click changes a weight.</source>
        <translation>입력과 가중치와 그 곱을 곱이 큰 것부터 보여 줍니다. F2나 두 번 클릭으로 가중치를 바꿉니다.</translation>
    </message>
    <message>
        <source>The arithmetic of this neuron.</source>
        <translation>이 뉴런의 계산입니다.</translation>
    </message>
</context>
<context>
    <name>NeuronKeys</name>
    <message>
        <source>Delete removes the chosen neuron, Insert adds one behind it, Alt with the up or down key moves it.</source>
        <translation>Delete는 고른 뉴런을 빼고, Insert는 그 뒤에 하나 더하며, Alt와 위아래 키는 뉴런을 옮깁니다.</translation>
    </message>
</context>
<context>
    <name>NeuronWords</name>
    <message>
        <source>Class {name}, the right answer</source>
        <translation>클래스 {name}, 정답</translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation>클래스 {name}</translation>
    </message>
    <message>
        <source>Row {row}, column {column} of the picture</source>
        <translation>그림의 {row}행 {column}열</translation>
    </message>
    <message>
        <source>Click: all {count:,} inputs and weights</source>
        <translation>누르면 입력과 가중치 {count:,}개를 모두 봅니다</translation>
    </message>
    <message>
        <source>Click: its {count:,} weights</source>
        <translation>누르면 가중치 {count:,}개를 봅니다</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>아직 계산하지 않음</translation>
    </message>
    <message>
        <source>{name}: {here} here, {there} there, difference {apart}</source>
        <translation>{name}: 이쪽 {here}, 상대 {there}, 차이 {apart}</translation>
    </message>
    <message>
        <source>Its sum is laid open under “This one” and “The other”</source>
        <translation>가중합은 ‘이 신경망’과 ‘상대 신경망’에서 펼쳐 볼 수 있습니다</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>가는 곳</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>곱</translation>
    </message>
    <message>
        <source>Neuron {name}</source>
        <translation>뉴런 {name}</translation>
    </message>
    <message>
        <source>The network has {number}: it rounds to {dtype} at every step.</source>
        <translation>신경망의 값은 {number}입니다. 단계마다 {dtype} 정밀도로 반올림합니다.</translation>
    </message>
</context>
<context>
    <name>Newcomer</name>
    <message>
        <source>Add a contestant: optimizer=Adam lr=0.001</source>
        <translation>참가자 추가: optimizer=Adam lr=0.001</translation>
    </message>
    <message>
        <source>Settings of one more contestant; it begins at the start and catches up. Enter adds it.</source>
        <translation>참가자를 하나 더하는 설정입니다. 처음부터 시작해 따라잡습니다. Enter로 더합니다.</translation>
    </message>
    <message>
        <source>One more contestant</source>
        <translation>참가자 추가</translation>
    </message>
</context>
<context>
    <name>NudgeForm</name>
    <message>
        <source>Choose a number of W or b, or of its gradient, in the matrices.</source>
        <translation>행렬에서 W나 b의 수, 또는 그 기울기의 수를 고르세요.</translation>
    </message>
    <message>
        <source>How much does the loss change when this number moves by h?</source>
        <translation>이 수를 h만큼 움직이면 손실이 얼마나 변할까요?</translation>
    </message>
    <message>
        <source>Loss {before} → {after}.  Numerically (L(w+h) - L(w-h)) / 2h = {slope}, by backpropagation d{symbol} = {gradient}: they differ by {difference}.</source>
        <translation>손실 {before} → {after}.  수치 미분 (L(w+h) - L(w-h)) / 2h = {slope}, 역전파 d{symbol} = {gradient}. 차이는 {difference}입니다.</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>Nudge</source>
        <translation>건드리기</translation>
    </message>
    <message>
        <source>h, by how much the weight moves</source>
        <translation>h, 가중치를 움직이는 폭</translation>
    </message>
    <message>
        <source>By how much the number is moved to both sides. The difference of the two losses over 2h is the numerical gradient; too large an h misses the curve, too small an h loses digits.</source>
        <translation>수를 양쪽으로 움직이는 폭입니다. 두 손실의 차이를 2h로 나누면 수치 미분입니다. h가 너무 크면 곡선을 벗어나고, 너무 작으면 자릿수를 잃습니다.</translation>
    </message>
    <message>
        <source>Without a target there is no loss: give the sample one, or choose “Next batch”.</source>
        <translation>정답이 없어 손실을 계산할 수 없습니다. 데이터에 정답을 주거나 ‘다음 배치’를 고르세요.</translation>
    </message>
    <message>
        <source>Compute the loss with the number moved by h; nothing is changed.</source>
        <translation>수를 h만큼 움직여 손실을 계산합니다. 바뀌는 것은 없습니다.</translation>
    </message>
    <message>
        <source>The parameter that is moved: the number that is looked at</source>
        <translation>움직이는 매개변수, 곧 지금 보고 있는 수</translation>
    </message>
    <message>
        <source>The numerical gradient and that by backpropagation should agree.</source>
        <translation>수치 미분과 역전파로 구한 기울기는 거의 같아야 합니다.</translation>
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
    <name>NumberGrid</name>
    <message>
        <source>Weight {row}, {column}</source>
        <translation>가중치 {row}, {column}</translation>
    </message>
    <message>
        <source>A number of the filter: row {row}, column {column}.</source>
        <translation>필터의 숫자: {row}행 {column}열.</translation>
    </message>
</context>
<context>
    <name>NumberHistory</name>
    <message>
        <source>Found by training again: {share:.0%}</source>
        <translation>다시 학습해 찾는 중: {share:.0%}</translation>
    </message>
    <message>
        <source>A click shows that moment in every panel.</source>
        <translation>클릭하면 모든 패널이 그 시점을 보여 줍니다.</translation>
    </message>
    <message>
        <source>By the updates that had been made. A click leads to a moment.</source>
        <translation>가로축은 갱신 횟수입니다. 클릭하면 그 시점으로 갑니다.</translation>
    </message>
    <message>
        <source>Look no further</source>
        <translation>그만 찾기</translation>
    </message>
    <message>
        <source>What was found of the past stays.</source>
        <translation>지금까지 찾은 과거는 남습니다.</translation>
    </message>
</context>
<context>
    <name>NumberPage</name>
    <message>
        <source>{number} after {count:,} updates</source>
        <translation>{number}, 갱신 {count:,}번 뒤</translation>
    </message>
    <message>
        <source>Training again to find out …</source>
        <translation>알아내려고 다시 학습하는 중…</translation>
    </message>
    <message>
        <source>After that it was set to {value} by hand.</source>
        <translation>그 뒤에 손으로 바꾸었습니다: {value}.</translation>
    </message>
    <message>
        <source>It was last changed by {update}: {change}.</source>
        <translation>마지막으로 바꾼 것: {update}, {change}.</translation>
    </message>
    <message>
        <source>It was changed by none of the {count:,} updates since iteration {first:,}: its gradient was 0 each time. The gradient of a weight is its input times what comes back to its neuron. So its input was 0 in every sample (a pixel at the edge of a picture, say), or nothing came back (a ReLU that never fires).</source>
        <translation>{first:,}번째 반복부터 갱신 {count:,}번 가운데 이 수를 바꾼 것이 없습니다. 기울기가 매번 0이었습니다. 가중치의 기울기는 그 입력에 뉴런으로 되돌아온 기울기를 곱한 값입니다. 그러니 모든 데이터에서 입력이 0이었거나(그림 가장자리의 픽셀처럼), 되돌아온 기울기가 0이었습니다(한 번도 켜지지 않은 ReLU처럼).</translation>
    </message>
    <message>
        <source>Since iteration {first:,}, when it was {start}, {count:,} updates have added {sum} to it. There and back, the sizes of all these changes come to {moved}.</source>
        <translation>반복 {first:,} 때의 값은 {start}. 그 뒤 갱신 {count:,}번이 더한 값: {sum}. 오르내린 크기를 모두 더하면 {moved}.</translation>
    </message>
    <message>
        <source>After iteration {iteration:,} an edit made {after} of {before}.</source>
        <translation>반복 {iteration:,} 뒤에 편집으로 바뀜: {before} → {after}.</translation>
    </message>
    <message>
        <source>update {iteration:,}</source>
        <translation>갱신 {iteration:,}</translation>
    </message>
    <message>
        <source>The {count} updates that changed it most make {share} of that. A click lays an update open.</source>
        <translation>가장 크게 바꾼 갱신 {count}개가 그중 {share}. 클릭하면 그 갱신을 펼쳐 봅니다.</translation>
    </message>
    <message>
        <source>The updates that changed it most</source>
        <translation>가장 크게 바꾼 갱신</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>The number of the iteration that made it.</source>
        <translation>그 갱신을 한 반복의 번호입니다.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>What it added to the number.</source>
        <translation>이 값에 더한 양입니다.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>전</translation>
    </message>
    <message>
        <source>The number as the update found it.</source>
        <translation>갱신하기 전의 값입니다.</translation>
    </message>
    <message>
        <source>After</source>
        <translation>후</translation>
    </message>
    <message>
        <source>The number as the update left it.</source>
        <translation>갱신한 뒤의 값입니다.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>The size of the change over the sizes of all changes.</source>
        <translation>이 변화의 크기를 모든 변화의 크기를 더한 값으로 나눈 것입니다.</translation>
    </message>
</context>
<context>
    <name>NumberTrail</name>
    <message>
        <source>this network was not trained here</source>
        <translation>이 신경망은 여기서 학습하지 않았습니다</translation>
    </message>
    <message>
        <source>no update has changed it: it is as it was when training began</source>
        <translation>이 값을 바꾼 갱신이 없습니다. 학습을 시작할 때의 값 그대로입니다</translation>
    </message>
    <message>
        <source>the layers were changed since, and no update has changed it</source>
        <translation>그 뒤에 층이 바뀌었고, 이 값을 바꾼 갱신이 없습니다</translation>
    </message>
    <message>
        <source>Where {number} comes from cannot be shown: {reason}.</source>
        <translation>{number}: 어디에서 왔는지 보여 줄 수 없습니다. {reason}.</translation>
    </message>
    <message>
        <source>update {iteration:,}</source>
        <translation>갱신 {iteration:,}</translation>
    </message>
    <message>
        <source>{number} after {count:,}</source>
        <translation>{number}, {count:,}번 뒤</translation>
    </message>
</context>
<context>
    <name>OfferStrip</name>
    <message>
        <source>Learn from “{data}”? Your network is trained and not saved.</source>
        <translation>‘{data}’ 데이터로 바꿀까요? 지금 신경망은 학습했고 아직 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>Suggested for this data: {network}</source>
        <translation>이 데이터에 추천하는 설정: {network}</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>추천</translation>
    </message>
    <message>
        <source>Take the recipe</source>
        <translation>추천 설정 쓰기</translation>
    </message>
    <message>
        <source>Data alone</source>
        <translation>데이터만 바꾸기</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Network, optimizer, rate and length with which these data are visibly learned; one Undo takes it back.</source>
        <translation>이 데이터를 눈에 보이게 배우는 신경망, 최적화 기법, 학습률, 학습 길이입니다. 실행 취소 한 번이면 되돌아갑니다.</translation>
    </message>
    <message>
        <source>Change the data and keep the network: with its weights, where its inputs and outputs fit.</source>
        <translation>데이터만 바꾸고 신경망은 그대로 둡니다. 입력과 출력의 수가 맞으면 가중치도 남습니다.</translation>
    </message>
    <message>
        <source>Leave everything as it is.</source>
        <translation>모두 그대로 둡니다.</translation>
    </message>
</context>
<context>
    <name>OpeningDialog</name>
    <message>
        <source>Opening a document</source>
        <translation>문서 여는 중</translation>
    </message>
    <message>
        <source>Opening {name} …</source>
        <translation>여는 중입니다: {name}…</translation>
    </message>
    <message>
        <source>How much of the file is read</source>
        <translation>파일을 얼마나 읽었는지</translation>
    </message>
    <message>
        <source>How much of the file is read; Cancel leaves everything as it is</source>
        <translation>파일을 얼마나 읽었는지 보여 줍니다. ‘취소’를 누르면 모두 그대로 둡니다</translation>
    </message>
</context>
<context>
    <name>OriginWindow</name>
    <message>
        <source>given up: what was found is shown</source>
        <translation>중단함: 알아낸 것까지 보여 줍니다</translation>
    </message>
    <message>
        <source>training again</source>
        <translation>다시 학습하는 중</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>알아내기</translation>
    </message>
    <message>
        <source>Train again from the beginning to find out.</source>
        <translation>알아내려고 처음부터 다시 학습합니다.</translation>
    </message>
    <message>
        <source>Where does this number come from?</source>
        <translation>이 수는 어디에서 왔을까?</translation>
    </message>
</context>
<context>
    <name>Origins</name>
    <message>
        <source>{name} is of a network that is looked at: its training is not here.</source>
        <translation>{name}: 보기만 하는 신경망의 값이어서, 학습한 과정이 여기에 없습니다.</translation>
    </message>
    <message>
        <source>{name}: no update has made it yet; these are the numbers that training begins with.</source>
        <translation>{name}: 아직 어떤 갱신도 거치지 않았습니다. 학습을 시작할 때의 값입니다.</translation>
    </message>
    <message>
        <source>{name} was given, and no update changes it.</source>
        <translation>{name}: 주어진 값이고, 갱신으로 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>{name} is of the sample that is shown: nothing computed it.</source>
        <translation>{name}: 보고 있는 데이터의 값입니다. 계산한 것이 아닙니다.</translation>
    </message>
    <message>
        <source>Sample {place} of the batch is row {row} of the training data; all panels look at it now.</source>
        <translation>배치의 데이터 {place}번: 훈련 데이터의 {row}번 행입니다. 이제 모든 패널이 이 데이터를 봅니다.</translation>
    </message>
</context>
<context>
    <name>OwnCode</name>
    <message>
        <source>Apply the change to {name}</source>
        <translation>고치기: {name}</translation>
    </message>
    <message>
        <source>Indent {name} anew</source>
        <translation>{name}: 들여쓰기 다시 하기</translation>
    </message>
    <message>
        <source>Begin {name}</source>
        <translation>새로 시작: {name}</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>편집: {name}</translation>
    </message>
    <message>
        <source>Take {name} from the disk</source>
        <translation>파일의 내용 사용: {name}</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>열기: {name}</translation>
    </message>
    <message>
        <source>Save {name}</source>
        <translation>저장: {name}</translation>
    </message>
    <message>
        <source>Take in {name} as it was saved</source>
        <translation>저장된 내용 반영: {name}</translation>
    </message>
</context>
<context>
    <name>OwnPicture</name>
    <message>
        <source>{count} characters; a picture of {most} × {most} numbers is the largest</source>
        <translation>{count}자입니다. 가장 큰 그림은 숫자 {most} × {most}개입니다</translation>
    </message>
    <message>
        <source>{rows} rows; type 1 to {most} rows of 1 to {most} numbers</source>
        <translation>{rows}행입니다. 1~{most}개의 숫자를 1~{most}행 쓰세요</translation>
    </message>
    <message>
        <source>Row {row} has {got} numbers, the first one {expected}; they must be equally long</source>
        <translation>{row}행의 숫자는 {got}개, 첫 행은 {expected}개입니다. 길이를 같게 하세요</translation>
    </message>
    <message>
        <source>Row {row}: “{word}” is no number; write numbers with spaces between them</source>
        <translation>{row}행: “{word}” 대신 숫자가 필요합니다. 숫자를 빈칸으로 띄어 쓰세요</translation>
    </message>
    <message>
        <source>A row of numbers a line, with spaces between them; what NumPy prints can be pasted.</source>
        <translation>한 줄에 한 행씩, 숫자를 빈칸으로 띄어 씁니다. NumPy가 출력한 것을 붙여 넣어도 됩니다.</translation>
    </message>
    <message>
        <source>Numbers of your own picture</source>
        <translation>직접 쓰는 그림의 숫자</translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation>그림 열기…</translation>
    </message>
    <message>
        <source>Read a picture file: its middle, in grey from 0 (black) to 1 (white), 64 × 64 pixels at most.</source>
        <translation>그림 파일을 읽습니다. 가운데 부분을 0(검정)부터 1(흰색)까지의 회색조로, 최대 64 × 64 픽셀로 읽습니다.</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>그림 열기</translation>
    </message>
</context>
<context>
    <name>OwnTraining</name>
    <message>
        <source>Train {name}</source>
        <translation>{name} 학습</translation>
    </message>
</context>
<context>
    <name>PanelPictureMenu</name>
    <message>
        <source>Picture of a &amp;panel</source>
        <translation>패널을 그림으로(&amp;P)</translation>
    </message>
    <message>
        <source>A panel as it looks now, as PNG, three times as fine as on the screen, or as SVG</source>
        <translation>지금 보이는 패널을 화면보다 세 배 선명한 PNG나 SVG로 저장합니다</translation>
    </message>
</context>
<context>
    <name>ParallelPlot</name>
    <message>
        <source>An axis for each setting and the result at the right; each trial is a line, the better the stronger. Drag along an axis to keep the trials in that stretch, here and in the table; a click on it takes that back. Keys: Left and Right choose an axis, Up and Down its halves, Esc takes all back.</source>
        <translation>설정마다 축이 하나씩 있고 결과는 오른쪽 축입니다. 시도마다 선이 하나이며 좋을수록 진합니다. 축을 따라 끌면 그 구간의 시도만 여기와 표에 남고, 축을 클릭하면 되돌립니다. 왼쪽·오른쪽 키로 축을, 위·아래 키로 그 절반을 고르며 Esc로 모두 되돌립니다.</translation>
    </message>
    <message>
        <source>Trials, setting by setting</source>
        <translation>설정별로 본 시도</translation>
    </message>
</context>
<context>
    <name>PastMenu</name>
    <message>
        <source>Probability of {name}</source>
        <translation>확률: {name}</translation>
    </message>
    <message>
        <source>Its history…</source>
        <translation>변화 과정…</translation>
    </message>
    <message>
        <source>This probability at every moment of the training</source>
        <translation>학습의 모든 시점에서 이 확률</translation>
    </message>
    <message>
        <source>{name}, of the sample that is shown</source>
        <translation>{name} (지금 보는 데이터)</translation>
    </message>
    <message>
        <source>This number at every moment of the training</source>
        <translation>학습의 모든 시점에서 이 수</translation>
    </message>
    <message>
        <source>The updates that made it, the largest first; nothing is edited.</source>
        <translation>이 값을 만든 갱신을 큰 것부터 보여 줍니다. 아무것도 편집하지 않습니다.</translation>
    </message>
    <message>
        <source>Where does this weight come from?</source>
        <translation>이 가중치는 어디에서 왔을까?</translation>
    </message>
    <message>
        <source>Its weights at many moments…</source>
        <translation>여러 시점의 가중치…</translation>
    </message>
    <message>
        <source>The weights into it beside each other</source>
        <translation>들어오는 가중치를 나란히</translation>
    </message>
    <message>
        <source>Its surface at many moments…</source>
        <translation>여러 시점의 곡면…</translation>
    </message>
    <message>
        <source>What it gives all over the plane</source>
        <translation>평면 전체에서 내는 값</translation>
    </message>
    <message>
        <source>The answer at many moments…</source>
        <translation>여러 시점의 답…</translation>
    </message>
    <message>
        <source>All probabilities beside each other</source>
        <translation>모든 확률을 나란히</translation>
    </message>
    <message>
        <source>Training goes on: pause it to ask its past.</source>
        <translation>학습 중입니다. 과거를 물으려면 일시 정지하세요.</translation>
    </message>
    <message>
        <source>Only the past of your own network can be asked.</source>
        <translation>내 신경망의 과거만 물을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>PathFields</name>
    <message>
        <source>Surface</source>
        <translation>곡면</translation>
    </message>
    <message>
        <source>Which function of two numbers is descended.</source>
        <translation>어떤 두 변수 함수를 내려갈지 고릅니다.</translation>
    </message>
    <message>
        <source>Updates shown</source>
        <translation>보이는 갱신</translation>
    </message>
    <message>
        <source>How many updates of each way are shown.</source>
        <translation>길마다 갱신을 몇 번까지 보여 줄지 정합니다.</translation>
    </message>
</context>
<context>
    <name>PathsBoard</name>
    <message>
        <source>The surface from above: a band is a height. Each line is the way of one optimizer, a dot an update. Drag the start, or move it with the arrow keys.</source>
        <translation>위에서 본 곡면입니다. 띠 하나가 높이 하나입니다. 선은 최적화 기법 하나가 간 길이고 점은 갱신 한 번입니다. 출발점은 끌거나 화살표 키로 옮깁니다.</translation>
    </message>
    <message>
        <source>Ways down the surface</source>
        <translation>곡면을 내려가는 길</translation>
    </message>
    <message>
        <source>{name}: ({x:.4g}, {y:.4g})</source>
        <translation>{name}: ({x:.4g}, {y:.4g})</translation>
    </message>
    <message>
        <source>after {step} updates: ({x:.5g}, {y:.5g})</source>
        <translation>갱신 {step}번 뒤: ({x:.5g}, {y:.5g})</translation>
    </message>
    <message>
        <source>height {height:.4g}</source>
        <translation>높이 {height:.4g}</translation>
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
        <translation>붙여 넣은 그림</translation>
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
    <name>PictureOpening</name>
    <message>
        <source>Open a picture</source>
        <translation>그림 열기</translation>
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
    <name>PlaceCommands</name>
    <message>
        <source>&amp;Input</source>
        <translation>입력(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Stage</source>
        <translation>가운데(&amp;S)</translation>
    </message>
    <message>
        <source>Ti&amp;me</source>
        <translation>시간(&amp;M)</translation>
    </message>
    <message>
        <source>Setti&amp;ngs</source>
        <translation>설정(&amp;N)</translation>
    </message>
    <message>
        <source>Go to this place; again: to its next tab</source>
        <translation>이 자리로 갑니다. 다시 누르면 그 자리의 다음 탭으로 갑니다</translation>
    </message>
    <message>
        <source>Put everything back that one panel, or the settings at the edge, pushed away for the moment</source>
        <translation>한 패널이나 가장자리의 설정을 보느라 잠시 치워 둔 것을 모두 되돌립니다</translation>
    </message>
    <message>
        <source>Back to all panels</source>
        <translation>모든 패널로 돌아가기</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>다음 자리</translation>
    </message>
    <message>
        <source>Go to the next place that is seen</source>
        <translation>보이는 자리 중 다음 자리로 갑니다</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>이전 자리</translation>
    </message>
    <message>
        <source>Go to the place before, of those that are seen</source>
        <translation>보이는 자리 중 이전 자리로 갑니다</translation>
    </message>
    <message>
        <source>&amp;Usual text</source>
        <translation>글자 보통 크기(&amp;U)</translation>
    </message>
    <message>
        <source>Lar&amp;ger text</source>
        <translation>글자 크게(&amp;G)</translation>
    </message>
    <message>
        <source>Smaller te&amp;xt</source>
        <translation>글자 작게(&amp;X)</translation>
    </message>
    <message>
        <source>Make all text in the window larger</source>
        <translation>창의 모든 글자를 크게 합니다</translation>
    </message>
    <message>
        <source>Make all text in the window smaller</source>
        <translation>창의 모든 글자를 작게 합니다</translation>
    </message>
    <message>
        <source>Show text in the system&apos;s size</source>
        <translation>글자를 시스템의 크기로 보여 줍니다</translation>
    </message>
    <message>
        <source>Bring this panel to the front, and the keyboard into it</source>
        <translation>이 패널을 맨 앞으로 가져오고 키보드 초점을 둡니다</translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>The lesson is open. Undo brings back what you had before.</source>
        <translation>실습을 열었습니다. 실행 취소를 누르면 이전 상태로 돌아갑니다.</translation>
    </message>
    <message>
        <source>This does not fit the network of the moment: {reason}. Restart the lesson.</source>
        <translation>지금 신경망에 맞지 않습니다: {reason}. 실습을 다시 시작하세요.</translation>
    </message>
</context>
<context>
    <name>PlaneReading</name>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Training point {number}</source>
        <translation>훈련 점 {number}</translation>
    </message>
    <message>
        <source>Test point {number}</source>
        <translation>시험 점 {number}</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Off by</source>
        <translation>오차</translation>
    </message>
    <message>
        <source>right</source>
        <translation>맞음</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>틀림</translation>
    </message>
</context>
<context>
    <name>PlaneView</name>
    <message>
        <source>Drag: move · right click: delete · double click: change</source>
        <translation>끌기: 이동 · 오른쪽 누르기: 삭제 · 두 번 누르기: 변경</translation>
    </message>
    <message>
        <source>Click: add a point</source>
        <translation>누르기: 점 추가</translation>
    </message>
    <message>
        <source>Click: show this in the diagram</source>
        <translation>누르기: 신경망 그림에서 보기</translation>
    </message>
    <message>
        <source>What the neuron {name} makes of the plane: blue above 0, orange below</source>
        <translation>뉴런 {name}의 평면 위 출력: 0보다 크면 파랑, 작으면 주황</translation>
    </message>
    <message>
        <source>Keys: the arrows move a cursor (finely with Shift), Enter adds a point there or looks at it. Page Down and Page Up select a point: then the arrows move it, C or a digit changes its class, Delete deletes it, Enter shows it in the diagram, Escape lets it go.</source>
        <translation>키: 화살표로 커서를 옮기고(Shift와 함께 조금씩), Enter로 점을 더하거나 그 자리를 살펴봅니다. Page Down과 Page Up으로 점을 고르면 화살표로 옮기고, C나 숫자로 클래스를 바꾸고, Delete로 지우고, Enter로 신경망 그림에 보여 주고, Esc로 놓습니다.</translation>
    </message>
    <message>
        <source>Output of the network over the plane</source>
        <translation>평면 위에 그린 신경망의 출력</translation>
    </message>
</context>
<context>
    <name>Playhead</name>
    <message>
        <source>That moment cannot be shown: {reason}.</source>
        <translation>그 순간은 보여 줄 수 없습니다: {reason}.</translation>
    </message>
</context>
<context>
    <name>PointEditing</name>
    <message>
        <source>Add point</source>
        <translation>점 추가</translation>
    </message>
    <message>
        <source>Move point</source>
        <translation>점 이동</translation>
    </message>
    <message>
        <source>Delete point</source>
        <translation>점 삭제</translation>
    </message>
    <message>
        <source>Relabel point</source>
        <translation>점의 값 변경</translation>
    </message>
    <message>
        <source>Clear points</source>
        <translation>점 모두 지우기</translation>
    </message>
    <message>
        <source>Restore points</source>
        <translation>점 복원</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>With a breakpoint</source>
        <translation>중단점으로</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>한 줄씩</translation>
    </message>
    <message>
        <source>One sample and its batch</source>
        <translation>데이터 하나와 배치</translation>
    </message>
    <message>
        <source>Who shares the array</source>
        <translation>배열을 함께 쓰는 곳</translation>
    </message>
    <message>
        <source>With the check</source>
        <translation>검사로</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>{line}행</translation>
    </message>
    <message>
        <source>Line {line}, before:</source>
        <translation>{line}행, 고치기 전:</translation>
    </message>
    <message>
        <source>After:</source>
        <translation>고친 뒤:</translation>
    </message>
    <message>
        <source>The fault is gone: {figures}. Well found.</source>
        <translation>버그가 없어졌습니다: {figures}. 잘 찾았습니다.</translation>
    </message>
    <message>
        <source>The program runs to its end, and the fault is gone. Well found.</source>
        <translation>프로그램이 끝까지 실행되고 버그도 없어졌습니다. 잘 찾았습니다.</translation>
    </message>
    <message>
        <source>The fault still shows: {figures}.</source>
        <translation>버그가 아직 드러납니다: {figures}.</translation>
    </message>
    <message>
        <source>The program runs, but what was asked about is still in it.</source>
        <translation>프로그램은 실행되지만 문제가 된 곳이 아직 그대로입니다.</translation>
    </message>
    <message>
        <source>Something changed, but it is not right yet: {figures}.</source>
        <translation>달라졌지만 아직 맞지 않습니다: {figures}.</translation>
    </message>
    <message>
        <source>It learns: {seen:.1%} of the test pictures right. Next: {following}</source>
        <translation>배웁니다. 시험 정확도: {seen:.1%}. {following}</translation>
    </message>
    <message>
        <source>{seen:.1%} of the test pictures right; with what is right it comes above {least:.0%}.</source>
        <translation>시험 정확도: {seen:.1%}. 제대로 되면 {least:.0%} 이상이 나옵니다.</translation>
    </message>
    <message>
        <source>Not right yet: {names}. Press Check to be told why; then a network is trained.</source>
        <translation>아직 맞지 않습니다: {names}. ‘검사’를 누르면 까닭을 알려 줍니다. 맞으면 신경망을 학습합니다.</translation>
    </message>
    <message>
        <source>The network gave no answers that can be counted.</source>
        <translation>신경망이 셀 수 있는 답을 내지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>PredictionQuiz</name>
    <message>
        <source>Type a number, such as 0.25, or a guess of it.</source>
        <translation>0.25 같은 수를 입력하세요. 어림으로도 됩니다.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>다음 문제</translation>
    </message>
    <message>
        <source>The pass is at its end: step over (F10) begins the next iteration.</source>
        <translation>계산이 끝났습니다. 층 단위 실행(F10)을 누르면 다음 반복을 시작합니다.</translation>
    </message>
    <message>
        <source>The pass is at its end: a sample is looked at, not trained on.</source>
        <translation>계산이 끝났습니다. 이 데이터는 보기만 하고 학습하지 않습니다.</translation>
    </message>
    <message>
        <source>left out: {rest}</source>
        <translation>생략: {rest}</translation>
    </message>
    <message>
        <source>Next: {layer}. What will {symbol} be?</source>
        <translation>다음: {layer}. {symbol} 값은 얼마일까요?</translation>
    </message>
    <message>
        <source>Right: {symbol} = {value}.</source>
        <translation>맞았습니다: {symbol} = {value}.</translation>
    </message>
    <message>
        <source>Not quite: {symbol} = {value}.</source>
        <translation>아쉽습니다: {symbol} = {value}.</translation>
    </message>
    <message>
        <source>affine</source>
        <translation>Affine</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>your answer</source>
        <translation>내 답</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>내 답</translation>
    </message>
    <message>
        <source>A number; right is what is off by 2% or less. Enter checks it.</source>
        <translation>수를 입력하세요. 2% 이내로 어긋나면 정답입니다. Enter로 확인합니다.</translation>
    </message>
    <message>
        <source>Reveal the number and go to where it is computed, or ask the next one.</source>
        <translation>답을 보여 주고 계산하는 곳으로 갑니다. 또는 다음 문제를 냅니다.</translation>
    </message>
    <message>
        <source>A number of the layer that comes next</source>
        <translation>다음 층에서 나올 수</translation>
    </message>
    <message>
        <source>What it is computed from: reckon with these</source>
        <translation>계산에 쓰이는 값, 이것으로 계산해 보세요</translation>
    </message>
    <message>
        <source>Right answers of those asked, concept by concept</source>
        <translation>낸 문제 중 맞힌 수를 내용별로 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>Prints</name>
    <message>
        <source>Printed by the code</source>
        <translation>코드가 출력한 것</translation>
    </message>
    <message>
        <source>Printed by the code; {count:,} letters are left out</source>
        <translation>코드가 출력한 것({count:,}자 생략)</translation>
    </message>
    <message>
        <source>What print wrote when the code ran last: checked, stepped through or trained</source>
        <translation>코드가 마지막으로 실행될 때(검사, 단계 실행, 학습) print가 쓴 것</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Probabilities of the classes</source>
        <translation>클래스별 확률</translation>
    </message>
    <message>
        <source>The probability the network gives to each class.</source>
        <translation>신경망이 각 클래스에 준 확률입니다.</translation>
    </message>
    <message>
        <source>Probability of {label}: {value}</source>
        <translation>{label}의 확률: {value}</translation>
    </message>
    <message>
        <source>The other network: {value}</source>
        <translation>다른 신경망: {value}</translation>
    </message>
    <message>
        <source>Right-click: {question}</source>
        <translation>오른쪽 클릭: {question}</translation>
    </message>
    <message>
        <source>The other network</source>
        <translation>다른 신경망</translation>
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
    <name>QuestionBox</name>
    <message>
        <source>Your guess: {guess}</source>
        <translation>내 짐작: {guess}</translation>
    </message>
    <message>
        <source>Guess first: it costs nothing, and what surprises you stays with you.</source>
        <translation>먼저 짐작해 보세요. 틀려도 괜찮고, 뜻밖의 결과는 오래 남습니다.</translation>
    </message>
    <message>
        <source>With this seed it came out in another way: race with five seeds before you conclude.</source>
        <translation>이 시드에서는 다르게 나왔습니다. 결론을 내리기 전에 시드 다섯 개로 겨루어 보세요.</translation>
    </message>
    <message>
        <source>It came out: {right}.</source>
        <translation>나온 결과: {right}.</translation>
    </message>
    <message>
        <source>As you said: {right}.</source>
        <translation>말한 대로입니다: {right}.</translation>
    </message>
    <message>
        <source>You said another: it came out {right}.</source>
        <translation>다른 것을 골랐습니다. 나온 결과: {right}.</translation>
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
    <name>Race</name>
    <message>
        <source>The digits are still being loaded: measure in a moment.</source>
        <translation>숫자를 아직 읽는 중입니다. 잠시 뒤에 재세요.</translation>
    </message>
    <message>
        <source>Your network does not take these data any more: restart the lesson.</source>
        <translation>지금 신경망은 이 데이터를 받지 못합니다. 실습을 다시 시작하세요.</translation>
    </message>
</context>
<context>
    <name>Races</name>
    <message>
        <source>The contestants side by side. Point at a chart to read its numbers.</source>
        <translation>참가자들을 나란히 보여 줍니다. 그림을 가리키면 수를 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Contestants</source>
        <translation>참가자</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>{layer}층</translation>
    </message>
    <message>
        <source>from {low} to {high}: the result of each trial upwards</source>
        <translation>{low}부터 {high}까지: 위로 갈수록 시도의 결과가 좋습니다</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>남겨 둔 데이터</translation>
    </message>
    <message>
        <source>training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>{name}: diverged at iteration {at:,}</source>
        <translation>{name}: 반복 {at:,}에서 발산</translation>
    </message>
    <message>
        <source>{name}: loss {loss:.4g}</source>
        <translation>{name}: 손실 {loss:.4g}</translation>
    </message>
    <message>
        <source>{low:.4g} to {high:.4g}, deviation {deviation:.4g}; outside of 0 to 1: {outside:.1%}; exactly 0: {zero:.1%}</source>
        <translation>{low:.4g}에서 {high:.4g}, 표준편차 {deviation:.4g}. 0과 1 밖: {outside:.1%}, 정확히 0: {zero:.1%}</translation>
    </message>
    <message>
        <source>{low:.2g} … {high:.2g}, out {outside:.0%}</source>
        <translation>{low:.2g} … {high:.2g}, 밖 {outside:.0%}</translation>
    </message>
    <message>
        <source>Loss of the batch before its update, means</source>
        <translation>갱신 전 배치의 손실(평균)</translation>
    </message>
    <message>
        <source>Share that is right: training solid, test dashed</source>
        <translation>정확도: 실선은 훈련, 점선은 시험</translation>
    </message>
    <message>
        <source>test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>Seen as soon as it is raced.</source>
        <translation>경주를 시작하면 보입니다.</translation>
    </message>
    <message>
        <source>Not kept in this file: start the race again to see it.</source>
        <translation>이 파일에는 저장되어 있지 않습니다. 경주를 다시 시작하면 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Put a race together</source>
        <translation>경주 만들기</translation>
    </message>
    <message>
        <source>Change the race</source>
        <translation>경주 바꾸기</translation>
    </message>
    <message>
        <source>Add a contestant</source>
        <translation>참가자 추가</translation>
    </message>
    <message>
        <source>Open a race</source>
        <translation>경주 열기</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>경주</translation>
    </message>
    <message>
        <source>Your own way down, from ({x}, {y}): it is not judged.</source>
        <translation>({x}, {y})에서 출발하는 나만의 길입니다. 이 길은 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>Guess, then press Start.</source>
        <translation>짐작한 뒤 시작을 누르세요.</translation>
    </message>
    <message>
        <source>Press Start.</source>
        <translation>시작을 누르세요.</translation>
    </message>
    <message>
        <source>iteration {at:,} of {all:,}</source>
        <translation>반복 {at:,} / {all:,}</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>시드 {seed}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>What should come out, and whether it did:</source>
        <translation>나와야 할 결과와 실제:</translation>
    </message>
    <message>
        <source>What should come out, and in how many of {races} races it did:</source>
        <translation>나와야 할 결과와 경주 {races}번 가운데 나온 횟수:</translation>
    </message>
</context>
<context>
    <name>RacesPanel</name>
    <message>
        <source>Races</source>
        <translation>경주</translation>
    </message>
</context>
<context>
    <name>RacesView</name>
    <message>
        <source>How far the race is</source>
        <translation>경주의 진행</translation>
    </message>
</context>
<context>
    <name>RangeRow</name>
    <message>
        <source>Setting that the trials differ in</source>
        <translation>시도마다 다른 설정</translation>
    </message>
    <message>
        <source>The values that are tried: a range such as 0.001..1, a range on a logarithmic scale such as 0.001..1:log, or a list such as 50,100,100x50 (100x50 are two hidden layers).</source>
        <translation>시도할 값입니다. 0.001..1 같은 범위, 0.001..1:log 같은 로그 눈금 범위, 50,100,100x50 같은 목록으로 적습니다(100x50은 은닉층 두 개).</translation>
    </message>
    <message>
        <source>Values that are tried</source>
        <translation>시도할 값</translation>
    </message>
    <message>
        <source>Take this setting out of the search</source>
        <translation>이 설정을 탐색에서 빼기</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>&amp;Clear this list</source>
        <translation>목록 지우기(&amp;C)</translation>
    </message>
    <message>
        <source>Forget which documents were opened; the files stay</source>
        <translation>열었던 문서의 목록을 지웁니다. 파일은 그대로 남습니다</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 문서(&amp;R)</translation>
    </message>
</context>
<context>
    <name>RecipeWords</name>
    <message>
        <source>{network}; {optimizer}, learning rate {lr:g}, batches of {batch:,}, {epochs:,} epochs.</source>
        <translation>{network}; {optimizer}, 학습률 {lr:g}, 배치 크기 {batch:,}, {epochs:,}에폭.</translation>
    </message>
    <message>
        <source>Undo brings back the trained network.</source>
        <translation>실행 취소하면 학습한 신경망이 되돌아옵니다.</translation>
    </message>
</context>
<context>
    <name>RecoveryDesk</name>
    <message>
        <source>Unsaved work is not copied to a safe place: {reason}.</source>
        <translation>저장하지 않은 작업이 안전한 곳에 복사되지 않습니다: {reason}.</translation>
    </message>
    <message>
        <source>It could not be discarded: {reason}.</source>
        <translation>버리지 못했습니다: {reason}.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover unsaved work</source>
        <translation>저장하지 않은 작업 복구</translation>
    </message>
    <message>
        <source>The program did not end as it should</source>
        <translation>프로그램이 제대로 끝나지 않았습니다</translation>
    </message>
    <message>
        <source>A copy of what was not saved is still here. Recovered, it goes on exactly where it was.</source>
        <translation>저장하지 않은 작업의 사본이 남아 있습니다. 복구하면 그 자리에서 그대로 이어집니다.</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>저장하지 않은 작업</translation>
    </message>
    <message>
        <source>Documents that were not saved, and when they were copied last</source>
        <translation>저장하지 않은 문서와 마지막으로 복사한 때입니다</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>복구(&amp;R)</translation>
    </message>
    <message>
        <source>Open this copy; save it when you want to keep it</source>
        <translation>이 사본을 엽니다. 남겨 두려면 저장하세요</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>버리기(&amp;D)</translation>
    </message>
    <message>
        <source>Do not offer it again; its file stays on the disk for 30 days</source>
        <translation>다시 묻지 않습니다. 파일은 30일 동안 디스크에 남습니다</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>나중에(&amp;L)</translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation>다음에 시작할 때 다시 묻습니다</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>{name}, {time}: {count:,} iterations trained</source>
        <translation>{name}, {time}: {count:,}회 반복 학습</translation>
    </message>
    <message>
        <source>{name}, {time}: 1 iteration trained</source>
        <translation>{name}, {time}: 1회 반복 학습</translation>
    </message>
</context>
<context>
    <name>RemedyBar</name>
    <message>
        <source>Read the file again in this way</source>
        <translation>이렇게 파일을 다시 읽습니다</translation>
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
    <name>ResidualsChart</name>
    <message>
        <source>mean {mean:.3g}, standard deviation {spread:.3g}</source>
        <translation>평균 {mean:.3g}, 표준편차 {spread:.3g}</translation>
    </message>
    <message>
        <source>A dot a sample, {most:,} at the most: what the network said to the right, and upwards its residual: what was said minus what is true. Dots without any shape around the line at 0 are as it should be; a bend or a funnel is something that the network has not learned.</source>
        <translation>점 하나가 데이터 하나입니다(많아야 {most:,}개). 가로는 신경망의 답, 세로는 잔차, 곧 답에서 정답을 뺀 값입니다. 점이 0인 선 둘레에 아무 모양 없이 흩어지면 좋습니다. 휘거나 나팔처럼 벌어지면 신경망이 아직 배우지 못한 것이 있습니다.</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>잔차</translation>
    </message>
    <message>
        <source>said value</source>
        <translation>신경망의 답</translation>
    </message>
    <message>
        <source>said − true</source>
        <translation>답 − 정답</translation>
    </message>
</context>
<context>
    <name>RivalLine</name>
    <message>
        <source>The network of the last run</source>
        <translation>지난 학습의 신경망</translation>
    </message>
    <message>
        <source>The shipped network</source>
        <translation>기본 제공 신경망</translation>
    </message>
    <message>
        <source>Your network</source>
        <translation>내 신경망</translation>
    </message>
    <message>
        <source>Compare with another network: choose it at the top.</source>
        <translation>다른 신경망과 비교하려면 위에서 고르세요.</translation>
    </message>
    <message>
        <source>Draw or choose a sample: both networks answer it.</source>
        <translation>숫자를 그리거나 데이터를 고르면 두 신경망이 함께 답합니다.</translation>
    </message>
    <message>
        <source>The same sample through the other network; its bars are the lower ones.</source>
        <translation>같은 데이터에 다른 신경망이 낸 답입니다. 아래쪽 막대가 그 신경망의 것입니다.</translation>
    </message>
</context>
<context>
    <name>RivalList</name>
    <message>
        <source>your network</source>
        <translation>내 신경망</translation>
    </message>
    <message>
        <source>the last run</source>
        <translation>지난 학습</translation>
    </message>
    <message>
        <source>the shipped network</source>
        <translation>기본 제공 신경망</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>against {network}</source>
        <translation>비교: {network}</translation>
    </message>
</context>
<context>
    <name>RobustPage</name>
    <message>
        <source>{done} of {all} strengths</source>
        <translation>세기 {all}가지 중 {done}가지</translation>
    </message>
    <message>
        <source>disturbing samples …</source>
        <translation>데이터를 바꾸는 중…</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소함</translation>
    </message>
    <message>
        <source>of a moment ago</source>
        <translation>조금 전의 것</translation>
    </message>
    <message>
        <source>{what}: {count:,} of {all:,} lost</source>
        <translation>{what}: {all:,}개 중 {count:,}개를 잃음</translation>
    </message>
    <message>
        <source>{what}: what it harms most, of {all:,}</source>
        <translation>{what}: {all:,}개 중 가장 나빠진 것</translation>
    </message>
    <message>
        <source>Samples that are right as they are, and wrong when disturbed like this: the surest first.</source>
        <translation>그대로는 맞히고 이렇게 바꾸면 틀리는 데이터입니다. 가장 확신하는 것부터 나옵니다.</translation>
    </message>
    <message>
        <source>None of them is lost at this strength.</source>
        <translation>이 세기에서는 새로 틀리는 데이터가 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is done to them here: choose a strength in the curve.</source>
        <translation>여기서는 데이터가 그대로입니다. 곡선에서 세기를 고르세요.</translation>
    </message>
    <message>
        <source>Disturbance</source>
        <translation>바꾸는 방법</translation>
    </message>
    <message>
        <source>What is done to the samples, the first {count:,} of them, before the network is asked.</source>
        <translation>처음 데이터 {count:,}개를 어떻게 바꾸어 신경망에 묻는지 고릅니다.</translation>
    </message>
    <message>
        <source>How far the measurement is</source>
        <translation>측정의 진행</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Disturb no more samples; what was measured stays.</source>
        <translation>더 측정하지 않습니다. 측정한 것은 남습니다.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>Disturb the samples again, and go on when the network learns.</source>
        <translation>데이터를 다시 바꾸어 묻고, 신경망이 학습하면 이어서 묻습니다.</translation>
    </message>
    <message>
        <source>Random numbers are added to each pixel; 1 is the whole range from dark to light.</source>
        <translation>픽셀마다 난수를 더합니다. 1은 가장 어두운 것부터 가장 밝은 것까지의 폭입니다.</translation>
    </message>
    <message>
        <source>Random numbers are added; 1 is as much as each number differs from sample to sample.</source>
        <translation>난수를 더합니다. 1은 그 수가 데이터마다 다른 정도(표준편차)입니다.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Each picture moves by so many pixels, up, down, left or right.</source>
        <translation>그림마다 위, 아래, 왼쪽, 오른쪽 가운데 한쪽으로 이만큼의 픽셀을 옮깁니다.</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>회전</translation>
    </message>
    <message>
        <source>Each picture is turned about its middle, anticlockwise.</source>
        <translation>그림마다 가운데를 축으로 시계 반대 방향으로 돌립니다.</translation>
    </message>
    <message>
        <source>{pixels:.0f} px</source>
        <translation>{pixels:.0f}픽셀</translation>
    </message>
    <message>
        <source>noise {strength}</source>
        <translation>잡음 {strength}</translation>
    </message>
    <message>
        <source>shifted by {strength}</source>
        <translation>{strength} 이동</translation>
    </message>
    <message>
        <source>turned by {strength}</source>
        <translation>{strength} 회전</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>Settings at the edge</source>
        <translation>가장자리의 설정</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Show the settings in place of the input; Escape folds them again</source>
        <translation>입력 자리에 설정을 보여 줍니다. Esc를 누르면 다시 접힙니다</translation>
    </message>
</context>
<context>
    <name>RowBrowser</name>
    <message>
        <source>Looking for the next mistake …</source>
        <translation>다음 오답을 찾는 중…</translation>
    </message>
    <message>
        <source>No mistakes: the network is right about every row of this part.</source>
        <translation>오답이 없습니다. 신경망이 이 데이터의 모든 행을 맞혔습니다.</translation>
    </message>
    <message>
        <source>of {count:,}</source>
        <translation>/ {count:,}</translation>
    </message>
    <message>
        <source>Rows kept back for the test: the network never learns from them.</source>
        <translation>시험하려고 따로 둔 행입니다. 신경망은 이 행으로 학습하지 않습니다.</translation>
    </message>
    <message>
        <source>Test row</source>
        <translation>시험 행</translation>
    </message>
    <message>
        <source>Training row</source>
        <translation>훈련 행</translation>
    </message>
    <message>
        <source>Rows that the network learns from.</source>
        <translation>신경망이 학습하는 행입니다.</translation>
    </message>
    <message>
        <source>Part of the data</source>
        <translation>훈련·시험 데이터</translation>
    </message>
    <message>
        <source>Which part of the data to leaf through.</source>
        <translation>훈련 데이터와 시험 데이터 가운데 무엇을 넘겨 볼지 고릅니다.</translation>
    </message>
    <message>
        <source>Number of the row</source>
        <translation>행 번호</translation>
    </message>
    <message>
        <source>Number of the row, counted from 0.</source>
        <translation>0부터 세는 행 번호입니다.</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>이전 행</translation>
    </message>
    <message>
        <source>Previous row of this part</source>
        <translation>이 데이터의 이전 행</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>다음 행</translation>
    </message>
    <message>
        <source>Next row of this part</source>
        <translation>이 데이터의 다음 행</translation>
    </message>
    <message>
        <source>Go to the next row of this part that the network takes for another class.</source>
        <translation>신경망이 다른 클래스로 잘못 답하는 다음 행으로 갑니다.</translation>
    </message>
    <message>
        <source>Next mistake</source>
        <translation>다음 오답</translation>
    </message>
    <message>
        <source>How many rows this part has.</source>
        <translation>이 데이터의 행 수입니다.</translation>
    </message>
</context>
<context>
    <name>RowPicture</name>
    <message>
        <source>Row {row}, column {column}: red {red}, green {green}, blue {blue}</source>
        <translation>{row}행 {column}열: 빨강 {red}, 초록 {green}, 파랑 {blue}</translation>
    </message>
    <message>
        <source>The sample as a picture</source>
        <translation>그림으로 본 데이터</translation>
    </message>
    <message>
        <source>The sample in colour; point at a pixel for its red, green and blue.</source>
        <translation>데이터를 컬러로 보여 줍니다. 픽셀을 가리키면 빨강, 초록, 파랑 값이 나옵니다.</translation>
    </message>
</context>
<context>
    <name>RowsInput</name>
    <message>
        <source>A sample is a picture of {high} × {wide} pixels in red, green and blue: {count:,} numbers.</source>
        <translation>데이터 하나는 {high} × {wide} 픽셀의 빨강, 초록, 파랑 그림입니다. 수는 모두 {count:,}개입니다.</translation>
    </message>
    <message>
        <source>A sample has {count:,} numbers: too many to type, and no square picture. Leaf through the rows here.</source>
        <translation>데이터 하나가 수 {count:,}개입니다. 입력하기에는 너무 많고, 정사각형 그림도 아닙니다. 여기에서 행을 넘겨 보세요.</translation>
    </message>
    <message>
        <source>The network takes {count:,} numbers: too many to type.</source>
        <translation>이 신경망은 수 {count:,}개를 받습니다. 입력하기에는 너무 많습니다.</translation>
    </message>
</context>
<context>
    <name>RunControl</name>
    <message>
        <source>The run is ended: Train begins a new one.</source>
        <translation>이번 학습을 끝냈습니다. ‘학습’을 누르면 새로 시작합니다.</translation>
    </message>
    <message>
        <source>Training begins when the data are loaded.</source>
        <translation>데이터를 다 읽으면 학습을 시작합니다.</translation>
    </message>
    <message>
        <source>There is nothing to learn from: add points first.</source>
        <translation>배울 데이터가 없습니다. 먼저 점을 추가하세요.</translation>
    </message>
</context>
<context>
    <name>RunFigures</name>
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
        <source>accuracies after {iteration:,} updates</source>
        <translation>정확도는 갱신 {iteration:,}번 뒤의 값</translation>
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
        <source>Measured after {iteration:,} updates.</source>
        <translation>갱신 {iteration:,}번 뒤에 잰 값입니다.</translation>
    </message>
    <message>
        <source>Share of the test samples it gets right: samples it never learned from.</source>
        <translation>학습에 쓰지 않은 시험 데이터 중 맞힌 비율입니다.</translation>
    </message>
    <message>
        <source>Time since training was started or continued last, and time to go at this speed.</source>
        <translation>학습을 마지막으로 시작하거나 이어 간 뒤의 시간과, 이 속도로 남은 시간입니다.</translation>
    </message>
    <message>
        <source>Share of the training samples it gets right.</source>
        <translation>훈련 데이터 중 맞힌 비율입니다.</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>시험 정확도</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>반복 횟수</translation>
    </message>
    <message>
        <source>How often this run has used all training samples, of how many times; without a goal, how often all training has.</source>
        <translation>이번 실행에서 훈련 데이터 전체를 몇 번 사용했는지와 그 목표입니다. 목표가 없으면 지금까지의 학습 전체에서 사용한 횟수입니다.</translation>
    </message>
    <message>
        <source>How much of the run is done.</source>
        <translation>이번 학습이 얼마나 진행되었는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>학습 진행률</translation>
    </message>
</context>
<context>
    <name>RunModel</name>
    <message>
        <source>Run</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>분기</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>다른 점</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>최고</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>마지막</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>지난 과정</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Where a run left the one above it, after how many updates, and what was changed since. A double click switches to it.</source>
        <translation>위의 학습에서 몇 번 갱신한 뒤에 갈라졌는지, 그 뒤에 무엇을 바꾸었는지 보여 줍니다. 두 번 누르면 그 학습으로 전환합니다.</translation>
    </message>
    <message>
        <source>The settings that are not the same for all of these runs.</source>
        <translation>이 학습들에서 서로 다른 설정입니다.</translation>
    </message>
    <message>
        <source>The highest share of the test data that it got right, or its lowest test loss for values. Of several seeds the mean, and the standard deviation of a single one.</source>
        <translation>시험 데이터를 맞힌 비율 가운데 가장 높은 값, 수를 예측하는 신경망은 가장 낮은 시험 손실입니다. 시드가 여럿이면 평균과 한 시드의 표준편차입니다.</translation>
    </message>
    <message>
        <source>How long its training took; of a group that of all its seeds together.</source>
        <translation>학습에 걸린 시간입니다. 묶음이면 모든 시드를 더한 시간입니다.</translation>
    </message>
    <message>
        <source>{count:,} moments; those of all runs together take {kept} of {most}.</source>
        <translation>순간 {count:,}개. 모든 학습을 합쳐 {most} 가운데 {kept}만큼 차지합니다.</translation>
    </message>
    <message>
        <source>The same at its last measurement.</source>
        <translation>마지막으로 측정했을 때의 값입니다.</translation>
    </message>
    <message>
        <source>The name of the run, with the colour of its curves: a frame alone where only they are kept, and no weights. The tick draws them beside the current ones.</source>
        <translation>학습의 이름과 곡선의 색입니다. 테두리만 있으면 가중치 없이 곡선만 남은 학습입니다. 체크하면 지금 곡선 옆에 함께 그립니다.</translation>
    </message>
    <message>
        <source>The mean loss of its last 50 mini-batches.</source>
        <translation>마지막 미니배치 50개의 평균 손실입니다.</translation>
    </message>
    <message>
        <source>The updates that it made.</source>
        <translation>가중치를 갱신한 횟수입니다.</translation>
    </message>
    <message>
        <source>What the moments take that are kept of its training: from them every other moment is found again. Branches share theirs. They can be compacted or forgotten, by the menu of a run.</source>
        <translation>학습하는 동안 남겨 둔 순간들의 크기입니다. 나머지 순간은 모두 여기서 다시 찾아냅니다. 분기끼리는 같은 순간을 나누어 씁니다. 학습의 메뉴에서 줄이거나 지울 수 있습니다.</translation>
    </message>
    <message>
        <source>Yours to write: what you wanted to see, and what you saw.</source>
        <translation>직접 적는 칸입니다. 무엇을 보려 했고 무엇을 보았는지 적어 두세요.</translation>
    </message>
    <message>
        <source>{run} (now)</source>
        <translation>{run} (지금)</translation>
    </message>
    <message>
        <source>Weights kept</source>
        <translation>가중치 보관됨</translation>
    </message>
    <message>
        <source>Curves only</source>
        <translation>곡선만 있음</translation>
    </message>
    <message>
        <source>; it diverged</source>
        <translation>, 발산함</translation>
    </message>
    <message>
        <source>{state}{diverged}. Double-click or F2 to rename it.</source>
        <translation>{state}{diverged}. 두 번 클릭하거나 F2를 누르면 이름을 바꿉니다.</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>The runs of this document, the current one in bold. A tick draws the curves of a run beside the current ones, and so does Space; Enter looks at its network; Ctrl+Enter switches to it; F2 renames it; a click on a head sorts.</source>
        <translation>이 문서의 학습 목록입니다. 지금의 학습은 굵게 표시합니다. 체크하거나 스페이스를 누르면 지금 곡선 옆에 그 학습의 곡선도 그립니다. Enter로 신경망을 보고, Ctrl+Enter로 그 학습으로 전환하고, F2로 이름을 바꾸며, 머리글을 누르면 정렬합니다.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>학습 목록</translation>
    </message>
</context>
<context>
    <name>RunToolBar</name>
    <message>
        <source>Run toolbar</source>
        <translation>실행 도구 모음</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>More steps</source>
        <translation>다른 실행 명령</translation>
    </message>
    <message>
        <source>Further ways to go through the pass</source>
        <translation>계산을 따라가는 다른 방법</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>{seconds:.1f} s</source>
        <translation>{seconds:.1f}초</translation>
    </message>
    <message>
        <source>{minutes} min {seconds:02d} s</source>
        <translation>{minutes}분 {seconds:02d}초</translation>
    </message>
    <message>
        <source>{hours} h {minutes:02d} min</source>
        <translation>{hours}시간 {minutes:02d}분</translation>
    </message>
    <message>
        <source>after {iteration:,}</source>
        <translation>{iteration:,}번 뒤</translation>
    </message>
    <message>
        <source>numbers changed</source>
        <translation>숫자를 고침</translation>
    </message>
    <message>
        <source>the same settings</source>
        <translation>설정이 모두 같음</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>Run {number}</source>
        <translation>학습 {number}</translation>
    </message>
    <message>
        <source>{run} ({count} seeds)</source>
        <translation>{run}(시드 {count}개)</translation>
    </message>
    <message>
        <source>Take the settings of {run}</source>
        <translation>설정 가져오기: {run}</translation>
    </message>
    <message>
        <source>Take the weights of {run}</source>
        <translation>가중치 가져오기: {run}</translation>
    </message>
    <message>
        <source>Go on from {run}</source>
        <translation>이어서 학습: {run}</translation>
    </message>
    <message>
        <source>Rename the run</source>
        <translation>학습 이름 바꾸기</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>메모 쓰기</translation>
    </message>
    <message>
        <source>Only {most} runs can be pinned: more curves could not be told apart. Unpin some first.</source>
        <translation>학습은 {most}개까지만 고정할 수 있습니다. 더 많으면 곡선을 구별할 수 없습니다. 먼저 몇 개를 풀어 주세요.</translation>
    </message>
    <message>
        <source>Pin the run</source>
        <translation>학습 고정</translation>
    </message>
    <message>
        <source>Unpin the run</source>
        <translation>학습 고정 풀기</translation>
    </message>
    <message>
        <source>Delete the run</source>
        <translation>학습 지우기</translation>
    </message>
    <message>
        <source>It has been deleted.</source>
        <translation>지워진 학습입니다.</translation>
    </message>
    <message>
        <source>It is the current run.</source>
        <translation>지금 학습입니다.</translation>
    </message>
    <message>
        <source>The document had no room for its weights: only its curves are there.</source>
        <translation>문서에 가중치를 둘 자리가 없어서 곡선만 남아 있습니다.</translation>
    </message>
    <message>
        <source>Its layers are others than those of your network.</source>
        <translation>내 신경망과 층이 다릅니다.</translation>
    </message>
    <message>
        <source>Undo brings back what you had.</source>
        <translation>실행 취소하면 전의 상태로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Take the settings of trial {number}</source>
        <translation>시도 {number}번의 설정 가져오기</translation>
    </message>
    <message>
        <source>All runs together have {most} MB: of {runs} only the curves are kept now. Pinned runs lose their weights last; Undo brings them back.</source>
        <translation>모든 학습을 합쳐 {most} MB까지 저장합니다. 이제 다음은 곡선만 남습니다: {runs}. 고정한 학습의 가중치는 마지막에 버립니다. 실행 취소하면 되돌아옵니다.</translation>
    </message>
    <message>
        <source>Again with other seeds: {run}</source>
        <translation>다른 시드로 다시 학습: {run}</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>학습 목록</translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message>
        <source>This run cannot be looked at: {reason}.</source>
        <translation>이 학습은 볼 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>Choose one run in the table.</source>
        <translation>표에서 학습 하나를 고르세요.</translation>
    </message>
    <message>
        <source>Choose one or two runs in the table.</source>
        <translation>표에서 학습 하나 또는 둘을 고르세요.</translation>
    </message>
    <message>
        <source>Choose a run in the table.</source>
        <translation>표에서 학습을 고르세요.</translation>
    </message>
    <message>
        <source>It is the current run.</source>
        <translation>지금 학습입니다.</translation>
    </message>
    <message>
        <source>The run that it left has been deleted.</source>
        <translation>갈라져 나온 원래 학습이 삭제되었습니다.</translation>
    </message>
    <message>
        <source>It is no branch: it began by itself.</source>
        <translation>분기가 아니라 처음부터 따로 시작한 학습입니다.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Show the network of this run in every panel.</source>
        <translation>이 학습의 신경망을 모든 패널에 보여 줍니다.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Compare the network that you look at with this run, or two chosen runs with each other.</source>
        <translation>지금 보고 있는 신경망을 이 학습과 비교하거나, 고른 두 학습을 서로 비교합니다.</translation>
    </message>
    <message>
        <source>Switch to it</source>
        <translation>전환</translation>
    </message>
    <message>
        <source>Make this run the current one again, as it ended: Train goes on with it. The current one stays here; Undo switches back.</source>
        <translation>이 학습을 끝난 상태 그대로 지금의 학습으로 만듭니다. 학습을 누르면 거기서 이어집니다. 지금의 학습은 여기에 남고, 실행 취소하면 되돌아갑니다.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Look at this branch, and at how far it is from the run that it left, in every picture.</source>
        <translation>이 분기를 보면서, 갈라져 나온 원래 학습과 얼마나 다른지 모든 그림에 표시합니다.</translation>
    </message>
    <message>
        <source>Its settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Network, training and data as in this run, with fresh weights from its seed: Train repeats it.</source>
        <translation>신경망, 학습, 데이터를 이 학습과 같게 하고 그 시드로 가중치를 새로 정합니다. 학습을 누르면 이 학습을 되풀이합니다.</translation>
    </message>
    <message>
        <source>Its weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>The weights of this run in your network; your settings stay.</source>
        <translation>이 학습의 가중치를 내 신경망에 넣습니다. 내 설정은 그대로입니다.</translation>
    </message>
    <message>
        <source>Settings and weights</source>
        <translation>설정과 가중치</translation>
    </message>
    <message>
        <source>Everything as it was at the end of this run: Train goes on from there.</source>
        <translation>모든 것을 이 학습이 끝났을 때처럼 합니다. 학습을 누르면 거기서 이어집니다.</translation>
    </message>
    <message>
        <source>Again with five seeds</source>
        <translation>다섯 시드로 다시</translation>
    </message>
    <message>
        <source>Train the same with five other seeds, in processes beside the window: how much of what you see is the settings, and how much the seed.</source>
        <translation>같은 설정을 다른 다섯 시드로, 창과 별도의 프로세스에서 학습합니다. 보이는 결과 가운데 얼마가 설정 때문이고 얼마가 시드 때문인지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Draw its curves</source>
        <translation>곡선 그리기</translation>
    </message>
    <message>
        <source>Draw the curves of the run beside the current ones, or no more.</source>
        <translation>학습의 곡선을 지금 곡선과 함께 그리거나 그만 그립니다.</translation>
    </message>
    <message>
        <source>Compact its past</source>
        <translation>지난 과정 줄이기</translation>
    </message>
    <message>
        <source>Keep no moments of its training but those at which something was changed: any other is found again, which takes longer then. Undo brings them back.</source>
        <translation>무언가를 바꾼 순간만 남깁니다. 나머지는 그때그때 다시 찾아내므로 더 오래 걸립니다. 실행 취소하면 돌아옵니다.</translation>
    </message>
    <message>
        <source>Forget its past</source>
        <translation>지난 과정 지우기</translation>
    </message>
    <message>
        <source>Keep its curves and its end, and no moment of its training: nobody can look back any more. Undo brings them back.</source>
        <translation>곡선과 마지막 상태만 두고 학습하던 순간은 지웁니다. 더는 과거를 볼 수 없습니다. 실행 취소하면 돌아옵니다.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Give the run a name of your own.</source>
        <translation>학습에 원하는 이름을 붙입니다.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Take the chosen runs out of the document; Undo brings them back.</source>
        <translation>고른 학습을 문서에서 지웁니다. 실행 취소하면 돌아옵니다.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Take settings, weights or both of this run into your document.</source>
        <translation>이 학습의 설정이나 가중치, 또는 둘 다를 내 문서로 가져옵니다.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>거르기</translation>
    </message>
    <message>
        <source>Shows the runs whose name, note or settings hold this text.</source>
        <translation>이름, 메모, 설정에 이 글이 들어 있는 학습만 보여 줍니다.</translation>
    </message>
    <message>
        <source>No run yet. Train: the run stands here, and stays when Reset or another network begins a new one.</source>
        <translation>아직 학습이 없습니다. 학습하면 학습이 여기에 나타나고, 초기화하거나 다른 신경망으로 새로 시작해도 남아 있습니다.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Train the network as the settings say.</source>
        <translation>설정대로 신경망을 학습합니다.</translation>
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
        <translation>MNIST 시험 숫자의 번호입니다. 모두 학습에 쓰지 않은 것입니다.</translation>
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
        <source>Left arrow on the canvas</source>
        <translation>캔버스에서 왼쪽 화살표</translation>
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
        <source>Go to the next test digit that the chosen network takes for another one (M on the canvas)</source>
        <translation>고른 신경망이 잘못 읽는 다음 시험 숫자로 갑니다 (캔버스에서 M)</translation>
    </message>
</context>
<context>
    <name>SampleEnd</name>
    <message>
        <source>The pass is at its end.</source>
        <translation>계산이 끝났습니다.</translation>
    </message>
    <message>
        <source>It is {name}: go on to the loss and back from it.</source>
        <translation>정답은 {name}: 손실을 구하고 역전파로 이어 갑니다.</translation>
    </message>
    <message>
        <source>Which digit is it?</source>
        <translation>어떤 숫자인가요?</translation>
    </message>
    <message>
        <source>Which class is it?</source>
        <translation>어떤 클래스인가요?</translation>
    </message>
    <message>
        <source>Train on this one once</source>
        <translation>이 데이터로 한 번 학습</translation>
    </message>
    <message>
        <source>One update of your network by this sample alone, with the optimizer of the settings. The line at the foot says what came of it; Undo takes it back.</source>
        <translation>설정한 최적화 기법으로 이 데이터 하나만 써서 내 신경망을 한 번 갱신합니다. 결과는 아래쪽 줄에 나오고, 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Where the pass of a sample leads on.</source>
        <translation>데이터 하나의 계산을 어디로 이어 갈지 고릅니다.</translation>
    </message>
    <message>
        <source>Class of the sample</source>
        <translation>데이터의 클래스</translation>
    </message>
    <message>
        <source>Which class is right for this sample: the target t.</source>
        <translation>이 데이터의 정답 클래스 t입니다.</translation>
    </message>
</context>
<context>
    <name>SampleList</name>
    <message>
        <source>Draw in the input on the left.</source>
        <translation>왼쪽 입력 패널에 먼저 그리세요.</translation>
    </message>
    <message>
        <source>This network takes no drawing.</source>
        <translation>이 신경망은 그림을 입력으로 받지 않습니다.</translation>
    </message>
    <message>
        <source>Look at what you drew last.</source>
        <translation>마지막으로 그린 그림을 봅니다.</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>내가 그린 그림</translation>
    </message>
    <message>
        <source>Test row</source>
        <translation>시험 데이터 행</translation>
    </message>
    <message>
        <source>A row of the test data by its number, from 0: none was trained on.</source>
        <translation>시험 데이터의 행 번호입니다(0부터). 학습에 쓰이지 않은 데이터입니다.</translation>
    </message>
    <message>
        <source>Training row</source>
        <translation>훈련 데이터 행</translation>
    </message>
    <message>
        <source>A row of the training data by its number, from 0.</source>
        <translation>훈련 데이터의 행 번호입니다(0부터).</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Who taught you that?</source>
        <translation>누가 가르쳐 주었나요?</translation>
    </message>
</context>
<context>
    <name>SampleModel</name>
    <message>
        <source>true {true}, said {said}</source>
        <translation>정답 {true}, 답 {said}</translation>
    </message>
    <message>
        <source>{true} → no number</source>
        <translation>{true} → 수가 아님</translation>
    </message>
    <message>
        <source>Test sample {row}</source>
        <translation>시험 데이터 {row}행</translation>
    </message>
    <message>
        <source>Training sample {row}</source>
        <translation>훈련 데이터 {row}행</translation>
    </message>
    <message>
        <source>loss {loss:.4g}</source>
        <translation>손실 {loss:.4g}</translation>
    </message>
    <message>
        <source>A click makes it the sample that the whole window looks at.</source>
        <translation>클릭하면 창 전체가 이 데이터를 봅니다.</translation>
    </message>
    <message>
        <source>the other network: {line}</source>
        <translation>다른 신경망: {line}</translation>
    </message>
</context>
<context>
    <name>SampleTraining</name>
    <message>
        <source>Nobody has said yet what is right for this sample: choose its class first.</source>
        <translation>이 데이터의 정답을 아직 모릅니다. 먼저 클래스를 고르세요.</translation>
    </message>
    <message>
        <source>The loss of this sample is no finite number: no update can be made by it.</source>
        <translation>이 데이터의 손실이 유한한 수가 아니어서 갱신할 수 없습니다.</translation>
    </message>
    <message>
        <source>Train once on this sample</source>
        <translation>이 데이터로 한 번 학습</translation>
    </message>
</context>
<context>
    <name>ScatterPlot</name>
    <message>
        <source>Each dot is a trial: the setting from left to right, the result upwards. A click chooses it.</source>
        <translation>점 하나가 시도 하나입니다. 가로는 설정, 세로는 결과입니다. 클릭하면 그 시도를 고릅니다.</translation>
    </message>
    <message>
        <source>A setting against the result</source>
        <translation>설정과 결과</translation>
    </message>
</context>
<context>
    <name>ScratchLine</name>
    <message>
        <source>shape {shape}, {kind}</source>
        <translation>형상 {shape}, {kind}</translation>
    </message>
    <message>
        <source>  {part}: shape {shape}</source>
        <translation>  {part}: 형상 {shape}</translation>
    </message>
    <message>
        <source>Calculate: max(abs(dW1)), dot(x, W1) + b1</source>
        <translation>계산: max(abs(dW1)), dot(x, W1) + b1</translation>
    </message>
    <message>
        <source>Type arithmetic over the book&apos;s names and press Enter: x @ W1 + b1, a1[0], x[x &gt; 0], sum(y, axis=1), norm(dW1) / norm(W1), dot([[1, 2, 3], [10, 20, 30]], [1, 2, 3]). A name means what is known where the debugger stands, in your own code what it is there (self.out, grads[&apos;W1&apos;]), and without a debugger what the network makes of the sample that is shown. Up and Down bring back what was typed.</source>
        <translation>책의 이름으로 계산식을 쓰고 Enter를 누르세요: x @ W1 + b1, a1[0], x[x &gt; 0], sum(y, axis=1), norm(dW1) / norm(W1), dot([[1, 2, 3], [10, 20, 30]], [1, 2, 3]). 이름은 디버거가 서 있는 곳에서 아는 값을, 내 코드에서는 그곳의 값(self.out, grads[&apos;W1&apos;])을 뜻합니다. 디버거가 열려 있지 않으면, 보고 있는 데이터로 신경망이 계산한 값입니다. 위아래 화살표로 앞서 쓴 식을 다시 부릅니다.</translation>
    </message>
    <message>
        <source>Calculate</source>
        <translation>계산해 보기</translation>
    </message>
    <message>
        <source>Watch this</source>
        <translation>조사식으로 추가</translation>
    </message>
    <message>
        <source>Keep an eye on this expression: make it a watch.</source>
        <translation>이 식을 조사식으로 만들어 계속 지켜봅니다.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>The result, the shapes of its parts.</source>
        <translation>계산 결과와 각 부분의 형상이 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>What it comes to now; below, the shape of each of its parts.</source>
        <translation>지금의 계산 결과입니다. 그 아래는 각 부분의 형상입니다.</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Lesson</source>
        <translation>실습</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Command, panel, setting, layer or lesson</source>
        <translation>명령, 패널, 설정, 계층, 실습 이름</translation>
    </message>
    <message>
        <source>Type words of a name, in English or Korean. The arrow keys choose, Enter does it.</source>
        <translation>이름에 든 낱말을 한국어나 영어로 입력하세요. 화살표 키로 고르고 Enter로 실행합니다.</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>찾은 것</translation>
    </message>
    <message>
        <source>Nothing is called that. Try one word of its name.</source>
        <translation>그런 이름은 없습니다. 이름에 든 낱말 하나만 입력해 보세요.</translation>
    </message>
</context>
<context>
    <name>SearchForm</name>
    <message>
        <source>Random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>격자</translation>
    </message>
    <message>
        <source>Successive halving (ASHA)</source>
        <translation>연속 절반 줄이기 (ASHA)</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>How</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Random: settings drawn at random, on a logarithmic scale where the range says so; better than a grid where only some settings matter. Grid: all combinations. Successive halving: many for a short time, the best of them for longer and longer.</source>
        <translation>무작위: 설정을 무작위로 뽑으며, 범위에 그렇게 적혀 있으면 로그 눈금으로 뽑습니다. 일부 설정만 중요할 때는 격자보다 낫습니다. 격자: 모든 조합을 시도합니다. 연속 절반 줄이기: 많은 설정을 짧게 학습하고, 좋은 것만 점점 더 오래 학습합니다.</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>How many settings are tried, at the most.</source>
        <translation>시도할 설정의 최대 개수입니다.</translation>
    </message>
    <message>
        <source>Seeds each</source>
        <translation>설정마다 시드</translation>
    </message>
    <message>
        <source>How often each is tried, each time from another seed: one good result may be luck.</source>
        <translation>설정마다 다른 시드로 몇 번 시도할지 정합니다. 좋은 결과 하나는 우연일 수 있습니다.</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>제한 시간(분)</translation>
    </message>
    <message>
        <source>No trial begins after so many minutes; 0 is no limit.</source>
        <translation>이 시간이 지나면 새로 시도하지 않습니다. 0이면 제한이 없습니다.</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Trials at a time, in processes of lowest priority. One core is best left to the window.</source>
        <translation>한꺼번에 시도할 개수이며, 우선순위가 가장 낮은 프로세스에서 합니다. 코어 하나는 창에 남겨 두는 것이 좋습니다.</translation>
    </message>
    <message>
        <source>Dask scheduler</source>
        <translation>Dask 스케줄러</translation>
    </message>
    <message>
        <source>Address of a Dask cluster, such as tcp://host:8786 or tls://host:8786, to try on other machines; empty: on this one. Whoever reaches a scheduler can run any code there: use one that you trust. A document never holds an address.</source>
        <translation>다른 컴퓨터에서 시도하려면 Dask 클러스터의 주소를 tcp://host:8786이나 tls://host:8786처럼 적습니다. 비워 두면 이 컴퓨터에서 합니다. 스케줄러에 닿을 수 있는 사람은 누구나 거기서 아무 코드나 실행할 수 있으니 믿을 수 있는 것만 쓰세요. 문서에는 주소가 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>Add a setting</source>
        <translation>설정 추가</translation>
    </message>
    <message>
        <source>Vary one setting more.</source>
        <translation>바꾸어 볼 설정을 하나 더합니다.</translation>
    </message>
    <message>
        <source>All else is as in the document, the epochs, too. A fifth of the training data is held back to choose by; the test data are looked at once, for the winner.</source>
        <translation>나머지는 에폭 수까지 모두 문서와 같습니다. 훈련 데이터의 5분의 1은 고르는 데 쓰려고 검증용으로 떼어 둡니다. 시험 데이터는 가장 좋은 것을 평가할 때 한 번만 봅니다.</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Held back</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Choose at the left what the trials differ in, and press Search: each learns for the document&apos;s epochs beside the window, the best stands at the top.</source>
        <translation>바꾸어 볼 설정을 왼쪽에서 고르고 탐색을 누르세요. 각 시도는 문서의 에폭 수만큼 창과 별도로 학습하고, 가장 좋은 것이 맨 위에 놓입니다.</translation>
    </message>
    <message>
        <source>{done:,} of {count:,} trials</source>
        <translation>시도 {count:,}개 중 {done:,}개</translation>
    </message>
    <message>
        <source>{state}, stopped: it can go on.</source>
        <translation>{state}, 멈춤: 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>{state}, {shown:,} shown</source>
        <translation>{state}, {shown:,}개 표시</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>탐색</translation>
    </message>
    <message>
        <source>Begin a new search; its first result takes the place of the one before.</source>
        <translation>새 탐색을 시작합니다. 첫 결과가 나오면 이전 탐색의 시도는 사라집니다.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>이어서</translation>
    </message>
    <message>
        <source>Go on with this search where it was stopped: what is done is not done again.</source>
        <translation>멈춘 곳에서 이어서 탐색합니다. 끝난 시도는 다시 하지 않습니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Stop; the trials that are done stay, and it can go on later.</source>
        <translation>멈춥니다. 끝난 시도는 남고, 나중에 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>모든 설정</translation>
    </message>
    <message>
        <source>One setting</source>
        <translation>설정 하나</translation>
    </message>
    <message>
        <source>A table, all settings beside each other, or one setting against the result.</source>
        <translation>표, 모든 설정을 나란히 놓은 그림, 또는 설정 하나와 결과의 그림입니다.</translation>
    </message>
    <message>
        <source>How the trials are shown</source>
        <translation>시도를 보는 방법</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>거르기</translation>
    </message>
    <message>
        <source>Shows the trials in whose row this text stands.</source>
        <translation>행에 이 글이 들어 있는 시도만 보여 줍니다.</translation>
    </message>
    <message>
        <source>Setting from left to right</source>
        <translation>가로축의 설정</translation>
    </message>
    <message>
        <source>Trials done</source>
        <translation>끝난 시도</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>The data are still being loaded.</source>
        <translation>데이터를 불러오는 중입니다.</translation>
    </message>
    <message>
        <source>The time is up.</source>
        <translation>제한 시간이 지났습니다.</translation>
    </message>
</context>
<context>
    <name>SeedProgress</name>
    <message>
        <source>{run} again: {done} of {count} seeds done</source>
        <translation>{run} 다시 학습: 시드 {count}개 중 {done}개 완료</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Give up the seeds that are not done; those done stay.</source>
        <translation>끝나지 않은 시드를 그만둡니다. 끝난 것은 남습니다.</translation>
    </message>
    <message>
        <source>Seeds done</source>
        <translation>끝난 시드</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Loading the data …</source>
        <translation>데이터를 읽는 중입니다…</translation>
    </message>
    <message>
        <source>Copy the shipped network</source>
        <translation>기본 제공 신경망 복사</translation>
    </message>
    <message>
        <source>The shipped network is yours now. Undo brings back the network that you had.</source>
        <translation>기본 제공 신경망이 이제 내 신경망입니다. 실행 취소하면 원래 신경망이 돌아옵니다.</translation>
    </message>
    <message>
        <source>Undo brings back the network trained for {count:,} iterations.</source>
        <translation>실행 취소하면 {count:,}회 반복 학습한 신경망이 되돌아옵니다.</translation>
    </message>
    <message>
        <source>Take the recipe</source>
        <translation>추천 설정 쓰기</translation>
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
        <source>A run that has ended stays as it is: switch to it in the Runs panel, or take it back into your network there, and edit that.</source>
        <translation>끝난 학습은 그대로 남습니다. 학습 목록 패널에서 그 학습으로 전환하거나 내 신경망으로 가져와 고치세요.</translation>
    </message>
    <message>
        <source>A moment of the past stays as it was: “Go on from here”, at the top, makes it the present, which can be edited.</source>
        <translation>과거의 한 순간은 그대로 남습니다. 위쪽의 ‘여기서 이어 가기’를 누르면 현재가 되어 고칠 수 있습니다.</translation>
    </message>
    <message>
        <source>The shipped network stays as it is: copy it into your network, by the button at the top, and edit that.</source>
        <translation>기본 제공 신경망은 바꿀 수 없습니다. 위쪽 단추로 내 신경망에 복사한 뒤 그것을 바꾸세요.</translation>
    </message>
    <message>
        <source>You look at your own network again.</source>
        <translation>다시 내 신경망을 봅니다.</translation>
    </message>
    <message>
        <source>You look at your network as it is now again.</source>
        <translation>다시 지금의 내 신경망을 봅니다.</translation>
    </message>
    <message>
        <source>it is still being loaded</source>
        <translation>아직 불러오는 중입니다</translation>
    </message>
    <message>
        <source>it reads 28×28 pixels; your samples have {count:,} numbers</source>
        <translation>28×28 픽셀을 읽습니다. 내 데이터는 숫자 {count:,}개입니다</translation>
    </message>
    <message>
        <source>it is what you look at</source>
        <translation>지금 보고 있는 신경망입니다</translation>
    </message>
    <message>
        <source>Reset or Undo leaves the run before it here</source>
        <translation>초기화하거나 실행 취소하면 그 전의 학습이 여기에 남습니다</translation>
    </message>
    <message>
        <source>it takes other inputs</source>
        <translation>입력이 다릅니다</translation>
    </message>
    <message>
        <source>there is no sample</source>
        <translation>데이터가 없습니다</translation>
    </message>
    <message>
        <source>there is nobody to compare with</source>
        <translation>비교할 상대가 없습니다</translation>
    </message>
    <message>
        <source>their layers are of other kinds</source>
        <translation>층의 종류가 다릅니다</translation>
    </message>
    <message>
        <source>their layers differ: {here} and {there}</source>
        <translation>층이 다릅니다({here}, {there})</translation>
    </message>
    <message>
        <source>The data are still being loaded.</source>
        <translation>데이터를 불러오는 중입니다.</translation>
    </message>
    <message>
        <source>The network that you look at takes other inputs than your data have.</source>
        <translation>지금 보는 신경망의 입력이 데이터와 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The network that you look at has other outputs than your data have answers.</source>
        <translation>지금 보는 신경망의 출력이 데이터의 정답과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>There are no samples in this part of the data.</source>
        <translation>이 부분에는 데이터가 없습니다.</translation>
    </message>
    <message>
        <source>it has been deleted</source>
        <translation>지워진 학습입니다</translation>
    </message>
    <message>
        <source>the document had no room for its weights: only its curves</source>
        <translation>문서에 가중치를 둘 자리가 없어서 곡선만 있습니다</translation>
    </message>
    <message>
        <source>it reads {wanted:,} numbers; your samples have {count:,}</source>
        <translation>수 {wanted:,}개를 받는데, 내 데이터는 수가 {count:,}개입니다</translation>
    </message>
    <message>
        <source>There is nobody to compare with yet: a run that has ended is kept in the Runs panel; pin one there.</source>
        <translation>아직 비교할 상대가 없습니다. 끝난 학습은 학습 목록 패널에 남으니, 거기서 하나를 고정하세요.</translation>
    </message>
</context>
<context>
    <name>SettingsApart</name>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Points of your own</source>
        <translation>직접 찍은 점</translation>
    </message>
    <message>
        <source>Updates made</source>
        <translation>갱신 횟수</translation>
    </message>
    <message>
        <source>Samples measured</source>
        <translation>정확도를 잴 데이터 수</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Hint {number} of {count}</source>
        <translation>도움말 {number}/{count}</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Train with it</source>
        <translation>이것으로 학습</translation>
    </message>
    <message>
        <source>Run the program to its end, and see whether the fault still shows; a network is trained.</source>
        <translation>프로그램을 끝까지 실행해 버그가 아직 드러나는지 봅니다. 신경망도 학습합니다.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>해 보기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>End the run.</source>
        <translation>실행을 끝냅니다.</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Where to look, then what helps; the answer comes last.</source>
        <translation>어디를 볼지, 그다음에 도움말을 보여 줍니다. 정답은 맨 마지막에 나옵니다.</translation>
    </message>
    <message>
        <source>Put it in</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Change the code as the answer says; Undo takes it back.</source>
        <translation>정답대로 코드를 고칩니다. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>All exercises</source>
        <translation>전체 목록</translation>
    </message>
    <message>
        <source>Choose another one; the code here stays.</source>
        <translation>다른 것을 고릅니다. 여기 있는 코드는 그대로 남습니다.</translation>
    </message>
    <message>
        <source>The program runs…</source>
        <translation>프로그램이 실행되고 있습니다…</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>{done} of {count} done</source>
        <translation>{count}개 가운데 {done}개 마침</translation>
    </message>
    <message>
        <source>done</source>
        <translation>마침</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>아직</translation>
    </message>
    <message>
        <source>Build it yourself</source>
        <translation>직접 만들기</translation>
    </message>
    <message>
        <source>Find the bug</source>
        <translation>버그 찾기</translation>
    </message>
    <message>
        <source>Course and exercises</source>
        <translation>과정과 연습 문제</translation>
    </message>
    <message>
        <source>The arrow keys choose one, Enter opens it.</source>
        <translation>화살표 키로 고르고 Enter로 엽니다.</translation>
    </message>
    <message>
        <source>A tick stands before each milestone reached and each bug mended.</source>
        <translation>다다른 단계와 고친 버그 앞에는 체크 표시가 붙습니다.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Put its code into the editor, as one step: Undo brings back what is there now.</source>
        <translation>이 코드를 편집기에 넣습니다. 한 단계이므로 실행 취소를 하면 지금 있는 것이 돌아옵니다.</translation>
    </message>
    <message>
        <source>Back to the code</source>
        <translation>코드로 돌아가기</translation>
    </message>
    <message>
        <source>Leave the code as it is.</source>
        <translation>코드는 그대로 둡니다.</translation>
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
    <message>
        <source>Everywhere</source>
        <translation>어디서나</translation>
    </message>
</context>
<context>
    <name>SpeedChoice</name>
    <message>
        <source>How many iterations a second training makes: slowly, each of them can be watched.</source>
        <translation>학습이 1초에 몇 번 반복하는지 정합니다. 느리게 하면 반복을 하나하나 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Speed: {speed}</source>
        <translation>속도: {speed}</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>속도(&amp;D)</translation>
    </message>
    <message>
        <source>{count}/s</source>
        <translation>초당 {count}번</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>최고 속도</translation>
    </message>
    <message>
        <source>{count} iterations a second</source>
        <translation>1초에 {count}번 반복</translation>
    </message>
    <message>
        <source>As many iterations as the computer makes</source>
        <translation>컴퓨터가 할 수 있는 만큼 반복</translation>
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
        <source>The whole sheet is made smaller, to {side} × {side} pixels, as your pictures were.</source>
        <translation>내 그림을 읽을 때처럼 종이 전체를 {side} × {side} 픽셀로 줄입니다.</translation>
    </message>
    <message>
        <source>This came as {side} × {side} pixels: the network receives them as they are.</source>
        <translation>처음부터 {side} × {side} 픽셀입니다. 신경망은 이 픽셀을 그대로 받습니다.</translation>
    </message>
    <message>
        <source>The same, made smaller until its longer side has {box} pixels, as the data&apos;s pictures were.</source>
        <translation>긴 변이 {box} 픽셀이 될 때까지 줄인 그림입니다. 데이터의 그림과 같습니다.</translation>
    </message>
    <message>
        <source>Put into {side} by {side} pixels so that its centre of mass is in the middle: these {count} numbers, divided by 255, are the network&apos;s input x.</source>
        <translation>무게 중심이 가운데에 오도록 {side}×{side} 픽셀에 놓은 그림입니다. 이 수 {count}개를 255로 나눈 값이 신경망의 입력 x입니다.</translation>
    </message>
    <message>
        <source>What is drawn, cut out of the canvas, scaled to {box} by {box} and centred in {side} by {side} pixels.</source>
        <translation>그린 것을 캔버스에서 잘라 {box}×{box} 픽셀로 줄이고 {side}×{side} 픽셀의 가운데에 놓은 그림입니다.</translation>
    </message>
    <message>
        <source>The rectangle around the ink, cut out of the canvas.</source>
        <translation>그린 부분을 감싸는 사각형을 캔버스에서 잘라 낸 것입니다.</translation>
    </message>
    <message>
        <source>What the network receives</source>
        <translation>신경망이 받는 입력</translation>
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
    <name>StepOffer</name>
    <message>
        <source>Step through this iteration</source>
        <translation>이번 반복을 단계별로 보기</translation>
    </message>
    <message>
        <source>Go through the iteration that comes next, number by number (F10)</source>
        <translation>다음 반복을 숫자 하나하나 따라가 봅니다 (F10)</translation>
    </message>
</context>
<context>
    <name>StepPages</name>
    <message>
        <source>Window</source>
        <translation>윈도우</translation>
    </message>
    <message>
        <source>Show the window of this layer as it slides over the numbers of the pass.</source>
        <translation>이 계층의 윈도우가 이번 계산의 숫자 위를 움직이는 모습을 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>StepStrip</name>
    <message>
        <source>Next: {step}</source>
        <translation>다음: {step}</translation>
    </message>
    <message>
        <source>Keep this explanation, with its three lines, while stepping on; press again to follow the steps.</source>
        <translation>다음 단계로 넘어가도 이 설명과 세 줄을 그대로 둡니다. 다시 누르면 단계를 따라갑니다.</translation>
    </message>
    <message>
        <source>Pin the explanation</source>
        <translation>설명 고정</translation>
    </message>
    <message>
        <source>What this step computes: its formulas, and what they do in the words of the book.</source>
        <translation>이 단계에서 계산하는 식과, 그 식이 하는 일을 책의 말로 풀어 쓴 설명입니다.</translation>
    </message>
    <message>
        <source>What happens at this step</source>
        <translation>이 단계에서 하는 일</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>dot: each number is a sum of inputs times weights.</source>
        <translation>dot: 각 수는 입력에 가중치를 곱해 모두 더한 값입니다.</translation>
    </message>
    <message>
        <source>dot: the gradient by one factor is the upstream gradient times the other one.</source>
        <translation>dot: 한쪽의 기울기는 상류에서 온 기울기에 다른 쪽 행렬을 곱한 값입니다.</translation>
    </message>
    <message>
        <source>+: both values are added, number by number.</source>
        <translation>+: 두 값을 원소끼리 더합니다.</translation>
    </message>
    <message>
        <source>+: the upstream gradient flows on as it is, to both sides.</source>
        <translation>+: 상류에서 온 기울기를 양쪽에 그대로 흘려보냅니다.</translation>
    </message>
    <message>
        <source>×: both values are multiplied, number by number.</source>
        <translation>×: 두 값을 원소끼리 곱합니다.</translation>
    </message>
    <message>
        <source>×: the upstream gradient times the value of the other side: they change places.</source>
        <translation>×: 상류에서 온 기울기에 상대쪽 입력을 곱합니다. 순전파 때의 두 입력을 서로 바꾼 값입니다.</translation>
    </message>
    <message>
        <source>×(-1): every number changes its sign.</source>
        <translation>×(-1): 모든 수의 부호를 바꿉니다.</translation>
    </message>
    <message>
        <source>×(-1): the gradient changes its sign, too.</source>
        <translation>×(-1): 기울기의 부호도 바뀝니다.</translation>
    </message>
    <message>
        <source>/: one over every number.</source>
        <translation>/: 모든 수를 역수로 바꿉니다.</translation>
    </message>
    <message>
        <source>/: the local derivative is minus the square of the output: -y².</source>
        <translation>/: 국소적 미분은 출력의 제곱에 마이너스를 붙인 -y²입니다.</translation>
    </message>
    <message>
        <source>exp: e to the power of every number; all of them become positive.</source>
        <translation>exp: e를 그 수만큼 거듭제곱합니다. 결과는 모두 양수입니다.</translation>
    </message>
    <message>
        <source>exp: the local derivative is the output itself.</source>
        <translation>exp: 국소적 미분은 출력 자신입니다.</translation>
    </message>
    <message>
        <source>log: the natural logarithm; it is 0 for 1, and far below 0 close to 0.</source>
        <translation>log: 자연로그입니다. 1이면 0이고, 0에 가까울수록 아주 작아집니다.</translation>
    </message>
    <message>
        <source>log: the local derivative is one over the input.</source>
        <translation>log: 국소적 미분은 입력의 역수입니다.</translation>
    </message>
    <message>
        <source>√: the square root of every number.</source>
        <translation>√: 모든 수의 제곱근을 구합니다.</translation>
    </message>
    <message>
        <source>√: the local derivative is one over twice the output.</source>
        <translation>√: 국소적 미분은 출력의 두 배의 역수입니다.</translation>
    </message>
    <message>
        <source>tanh: every number is squeezed between -1 and 1.</source>
        <translation>tanh: 모든 수를 -1과 1 사이로 눌러 담습니다.</translation>
    </message>
    <message>
        <source>tanh: the local derivative is 1 - y²: small where the output is close to -1 or 1.</source>
        <translation>tanh: 국소적 미분은 1 - y²입니다. 출력이 -1이나 1에 가까우면 작습니다.</translation>
    </message>
    <message>
        <source>sin: the sine of every number, between -1 and 1, again and again.</source>
        <translation>sin: 모든 수의 사인입니다. -1과 1 사이를 되풀이합니다.</translation>
    </message>
    <message>
        <source>sin: the local derivative is the cosine of the input.</source>
        <translation>sin: 국소적 미분은 입력의 코사인입니다.</translation>
    </message>
    <message>
        <source>cos: the cosine of every number, between -1 and 1, again and again.</source>
        <translation>cos: 모든 수의 코사인입니다. -1과 1 사이를 되풀이합니다.</translation>
    </message>
    <message>
        <source>cos: the local derivative is minus the sine of the input.</source>
        <translation>cos: 국소적 미분은 입력의 사인에 -1을 곱한 값입니다.</translation>
    </message>
    <message>
        <source>arctan: the angle whose tangent the number is, between -π/2 and π/2.</source>
        <translation>arctan: 탄젠트가 그 수인 각입니다. -π/2와 π/2 사이입니다.</translation>
    </message>
    <message>
        <source>arctan: the local derivative is 1 / (1 + x²): small far from 0.</source>
        <translation>arctan: 국소적 미분은 1 / (1 + x²)입니다. 0에서 멀수록 작습니다.</translation>
    </message>
    <message>
        <source>abs: every number without its sign.</source>
        <translation>abs: 모든 수에서 부호를 뗍니다.</translation>
    </message>
    <message>
        <source>abs: the gradient keeps its sign above 0 and changes it below.</source>
        <translation>abs: 기울기는 입력이 0보다 크면 부호를 지키고 작으면 바꿉니다.</translation>
    </message>
    <message>
        <source>&gt;: a mask of True and False: True where the number is above the other one.</source>
        <translation>&gt;: True와 False로 된 마스크입니다. 수가 기준보다 큰 곳이 True입니다.</translation>
    </message>
    <message>
        <source>&gt;: a comparison is flat: nothing flows back through it.</source>
        <translation>&gt;: 비교는 평평해서 기울기가 흐르지 않습니다.</translation>
    </message>
    <message>
        <source>&lt;=: the mask of the ReLU: True where the input is not above 0.</source>
        <translation>&lt;=: ReLU의 마스크입니다. 입력이 0 이하인 곳이 True입니다.</translation>
    </message>
    <message>
        <source>&lt;=: a comparison is flat: nothing flows back through it.</source>
        <translation>&lt;=: 비교는 평평해서 기울기가 흐르지 않습니다.</translation>
    </message>
    <message>
        <source>[mask] = 0: where the mask is True the number becomes 0, all others stay.</source>
        <translation>[mask] = 0: 마스크가 True인 원소는 0이 되고 나머지는 그대로입니다.</translation>
    </message>
    <message>
        <source>[mask] = 0: where the mask is True the gradient becomes 0, all others flow on.</source>
        <translation>[mask] = 0: 마스크가 True인 곳의 기울기는 0이 되고 나머지는 그대로 흐릅니다.</translation>
    </message>
    <message>
        <source>astype: True becomes 1 and False becomes 0.</source>
        <translation>astype: True는 1로, False는 0으로 바뀝니다.</translation>
    </message>
    <message>
        <source>astype: the gradient flows on as it is.</source>
        <translation>astype: 기울기를 그대로 흘려보냅니다.</translation>
    </message>
    <message>
        <source>min: the smaller one of both.</source>
        <translation>min: 둘 가운데 작은 값입니다.</translation>
    </message>
    <message>
        <source>min: the gradient flows on to the smaller one only.</source>
        <translation>min: 기울기는 작은 쪽으로만 흐릅니다.</translation>
    </message>
    <message>
        <source>max: the largest number.</source>
        <translation>max: 가장 큰 값입니다.</translation>
    </message>
    <message>
        <source>max: the gradient flows on to the largest one only.</source>
        <translation>max: 기울기는 가장 큰 값으로만 흐릅니다.</translation>
    </message>
    <message>
        <source>Σ: the numbers are added up.</source>
        <translation>Σ: 수를 모두 더합니다.</translation>
    </message>
    <message>
        <source>Σ: the gradient goes to every number that was added, as it is.</source>
        <translation>Σ: 더한 수 하나하나에 기울기를 그대로 흘려보냅니다.</translation>
    </message>
    <message>
        <source>flatten: the numbers of each sample are laid out in one row.</source>
        <translation>flatten: 데이터마다 수를 한 행으로 폅니다.</translation>
    </message>
    <message>
        <source>flatten: the gradient gets the shape of the input back.</source>
        <translation>flatten: 기울기를 입력의 형상으로 되돌립니다.</translation>
    </message>
    <message>
        <source>unflatten: each row gets the shape of a sample back.</source>
        <translation>unflatten: 각 행을 데이터의 형상으로 되돌립니다.</translation>
    </message>
    <message>
        <source>unflatten: the gradient is laid out in rows.</source>
        <translation>unflatten: 기울기를 행으로 폅니다.</translation>
    </message>
    <message>
        <source>im2col: what the window sees at each place becomes a row.</source>
        <translation>im2col: 윈도우가 자리마다 보는 것이 한 행이 됩니다.</translation>
    </message>
    <message>
        <source>im2col: a pixel that stands in several rows collects the gradients of all of them: col2im adds.</source>
        <translation>im2col: 여러 행에 든 픽셀은 그 행들의 기울기를 모두 모읍니다. 그래서 col2im은 더합니다.</translation>
    </message>
    <message>
        <source>reshape: the same numbers in the same order, in another shape.</source>
        <translation>reshape: 같은 수가 같은 순서로 다른 형상에 놓입니다.</translation>
    </message>
    <message>
        <source>reshape: the gradient gets the shape before back.</source>
        <translation>reshape: 기울기가 이전 형상으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>transpose: the axes change places, and each number goes along.</source>
        <translation>transpose: 축의 자리가 바뀌고 수도 따라 옮겨 갑니다.</translation>
    </message>
    <message>
        <source>transpose: the axes of the gradient change places back.</source>
        <translation>transpose: 기울기의 축이 원래 자리로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Identity: the scores are the answer as they are.</source>
        <translation>항등 함수: 점수가 그대로 답입니다.</translation>
    </message>
    <message>
        <source>The gradient by the scores: what the network says minus what is right, over N.</source>
        <translation>점수의 기울기는 신경망의 출력에서 정답을 뺀 값을 N으로 나눈 것입니다.</translation>
    </message>
    <message>
        <source>Sigmoid: each score becomes a probability between 0 and 1.</source>
        <translation>시그모이드: 점수가 0과 1 사이의 확률이 됩니다.</translation>
    </message>
    <message>
        <source>Softmax: the scores of each row become probabilities that sum to 1.</source>
        <translation>소프트맥스: 각 행의 점수가 모두 더하면 1이 되는 확률로 바뀝니다.</translation>
    </message>
    <message>
        <source>Cross-entropy: minus the logarithm of the probability given to the right class.</source>
        <translation>교차 엔트로피: 정답 클래스에 준 확률의 로그에 마이너스를 붙인 값입니다.</translation>
    </message>
    <message>
        <source>Only the right class has a gradient here: -t / y, the larger the less it was believed.</source>
        <translation>여기서는 정답 클래스에만 기울기가 있습니다. -t / y이므로 확률이 낮았을수록 큽니다.</translation>
    </message>
    <message>
        <source>Cross-entropy: minus the logarithm of the probability given to the right answer.</source>
        <translation>교차 엔트로피: 맞는 답에 준 확률의 로그에 마이너스를 붙인 값입니다.</translation>
    </message>
    <message>
        <source>The gradient is larger, the less the right answer was believed.</source>
        <translation>맞는 답에 준 확률이 낮았을수록 기울기가 큽니다.</translation>
    </message>
    <message>
        <source>Half the squares of the differences between what the network says and what is right.</source>
        <translation>신경망의 출력과 정답의 차를 제곱해 더한 값의 절반입니다.</translation>
    </message>
    <message>
        <source>The gradient of half a square is the difference itself: y - t.</source>
        <translation>제곱의 절반을 미분하면 차이 자신인 y - t가 됩니다.</translation>
    </message>
    <message>
        <source>Affine: each neuron adds up its inputs times its weights, and its bias.</source>
        <translation>Affine: 각 뉴런은 입력에 가중치를 곱해 더하고 편향을 더합니다.</translation>
    </message>
    <message>
        <source>Affine: dW says how the loss moves with each weight, db with each bias; dx goes on to the layer before.</source>
        <translation>Affine: dW는 가중치마다, db는 편향마다 손실이 어떻게 변하는지 알려 줍니다. dx는 앞 계층으로 흐릅니다.</translation>
    </message>
    <message>
        <source>Sigmoid: every number is squeezed between 0 and 1.</source>
        <translation>시그모이드: 모든 수를 0과 1 사이로 눌러 담습니다.</translation>
    </message>
    <message>
        <source>Sigmoid: the gradient times y(1 - y), which is at most 0.25.</source>
        <translation>시그모이드: 기울기에 y(1 - y)를 곱합니다. 이 값은 커도 0.25입니다.</translation>
    </message>
    <message>
        <source>ReLU: what is above 0 passes, everything else becomes 0.</source>
        <translation>ReLU: 0보다 큰 수는 그대로 지나가고 나머지는 0이 됩니다.</translation>
    </message>
    <message>
        <source>ReLU: the gradient passes where the input was above 0, and stops everywhere else.</source>
        <translation>ReLU: 입력이 0보다 컸던 곳으로만 기울기가 흐르고 나머지에서는 멈춥니다.</translation>
    </message>
    <message>
        <source>Step: 1 above 0, else 0.</source>
        <translation>계단 함수: 0보다 크면 1, 아니면 0입니다.</translation>
    </message>
    <message>
        <source>Step: it is flat everywhere, so no gradient comes through and nothing before it learns.</source>
        <translation>계단 함수: 어디서나 평평해서 기울기가 지나가지 못하고, 그 앞은 아무것도 배우지 못합니다.</translation>
    </message>
    <message>
        <source>Identity: the numbers pass as they are.</source>
        <translation>항등 함수: 수가 그대로 지나갑니다.</translation>
    </message>
    <message>
        <source>Identity: the gradient passes as it is.</source>
        <translation>항등 함수: 기울기가 그대로 지나갑니다.</translation>
    </message>
    <message>
        <source>tanh: the gradient times 1 - y², which is small where the output is close to -1 or 1.</source>
        <translation>tanh: 기울기에 1 - y²을 곱합니다. 출력이 -1이나 1에 가까우면 작습니다.</translation>
    </message>
    <message>
        <source>Softmax: every score moves every probability of its row.</source>
        <translation>소프트맥스: 점수 하나가 그 행의 모든 확률을 움직입니다.</translation>
    </message>
    <message>
        <source>Batch normalization: mean 0 and variance 1 for each neuron over the batch, then scale and shift.</source>
        <translation>배치 정규화: 미니배치에서 뉴런마다 평균 0, 분산 1로 맞춘 다음 확대하고 이동합니다.</translation>
    </message>
    <message>
        <source>Batch normalization: mean and variance depend on the whole batch, so every sample&apos;s gradient does.</source>
        <translation>배치 정규화: 평균과 분산이 배치 전체에 달려 있으므로 데이터마다의 기울기도 그렇습니다.</translation>
    </message>
    <message>
        <source>Dropout: neurons are switched off at random; those that stay are made larger for it.</source>
        <translation>드롭아웃: 뉴런을 무작위로 끄고, 남은 뉴런의 출력을 그만큼 키웁니다.</translation>
    </message>
    <message>
        <source>Dropout: the gradient passes only where the neuron was on.</source>
        <translation>드롭아웃: 켜져 있던 뉴런으로만 기울기가 흐릅니다.</translation>
    </message>
    <message>
        <source>Flatten: the numbers of each sample are laid out in one row.</source>
        <translation>Flatten: 데이터마다 수를 한 행으로 폅니다.</translation>
    </message>
    <message>
        <source>Flatten: the gradient gets the shape of the input back.</source>
        <translation>Flatten: 기울기를 입력의 형상으로 되돌립니다.</translation>
    </message>
    <message>
        <source>Convolution: at each place of the picture every filter adds up what it meets times its weights, and its bias.</source>
        <translation>합성곱 계층: 그림의 자리마다 필터가 만나는 값에 가중치를 곱해 모두 더하고 편향을 더합니다.</translation>
    </message>
    <message>
        <source>Convolution: dW adds up over all places; each pixel collects the gradient of every place that saw it.</source>
        <translation>합성곱 계층: dW는 모든 자리의 합이고, 픽셀마다 자기를 본 모든 자리의 기울기를 모읍니다.</translation>
    </message>
    <message>
        <source>Pooling: of each window one number stays, the largest or the mean.</source>
        <translation>풀링: 윈도우마다 수 하나만 남깁니다. 최댓값이거나 평균입니다.</translation>
    </message>
    <message>
        <source>Pooling: the gradient goes to the pixel that was the largest, the first of equal ones, or to all alike.</source>
        <translation>풀링: 기울기는 가장 컸던 픽셀(같으면 처음 것)로만 가거나, 평균이면 모두에게 똑같이 갑니다.</translation>
    </message>
    <message>
        <source>Global average pooling: of each channel the mean of all pixels stays.</source>
        <translation>전역 평균 풀링: 채널마다 모든 픽셀의 평균만 남깁니다.</translation>
    </message>
    <message>
        <source>Global average pooling: each pixel of a channel gets the same share.</source>
        <translation>전역 평균 풀링: 채널의 픽셀마다 똑같은 몫을 받습니다.</translation>
    </message>
    <message>
        <source>The activation function works on every number by itself.</source>
        <translation>활성화 함수는 수 하나하나에 따로 적용됩니다.</translation>
    </message>
    <message>
        <source>The upstream gradient times the slope of the function at each number.</source>
        <translation>상류에서 온 기울기에 각 수에서의 함수의 미분을 곱합니다.</translation>
    </message>
    <message>
        <source>The layer computes its output from its input.</source>
        <translation>이 계층은 입력에서 출력을 계산합니다.</translation>
    </message>
    <message>
        <source>The layer turns the gradient by its output into the gradient by its input.</source>
        <translation>이 계층은 출력의 기울기를 입력의 기울기로 바꿉니다.</translation>
    </message>
    <message>
        <source>Scores become probabilities; the loss is small when the right class has a probability close to 1.</source>
        <translation>점수가 확률이 됩니다. 정답 클래스의 확률이 1에 가까우면 손실이 작습니다.</translation>
    </message>
    <message>
        <source>The way back begins with y - t, over N: what the network says minus what is right.</source>
        <translation>역전파는 y - t를 N으로 나눈 값, 곧 신경망의 출력에서 정답을 뺀 값에서 시작합니다.</translation>
    </message>
    <message>
        <source>Scores become answers between 0 and 1; the loss is small when they are close to t.</source>
        <translation>점수가 0과 1 사이의 답이 됩니다. 답이 t에 가까우면 손실이 작습니다.</translation>
    </message>
    <message>
        <source>Half the squared differences between what the network says and what is right.</source>
        <translation>신경망의 출력과 정답의 차를 제곱한 값의 절반입니다.</translation>
    </message>
    <message>
        <source>The way back begins with y - t, over N, here too: the derivative of half a square is the difference.</source>
        <translation>여기서도 역전파는 y - t를 N으로 나눈 값에서 시작합니다. 제곱의 절반을 미분하면 차이가 되기 때문입니다.</translation>
    </message>
    <message>
        <source>The loss measures how far the answers are from what is right.</source>
        <translation>손실은 답이 정답에서 얼마나 벗어났는지를 잽니다.</translation>
    </message>
    <message>
        <source>The way back begins with the gradient of the loss by the scores.</source>
        <translation>역전파는 점수에 대한 손실의 기울기에서 시작합니다.</translation>
    </message>
    <message>
        <source>SGD: a small step against the gradient, lr times as long.</source>
        <translation>SGD: 기울기의 반대 방향으로 학습률만큼 조금 움직입니다.</translation>
    </message>
    <message>
        <source>Momentum: the gradient pushes a ball, and the parameter moves with its velocity v.</source>
        <translation>모멘텀: 기울기가 공을 밀고, 매개변수는 그 속도 v로 움직입니다.</translation>
    </message>
    <message>
        <source>Nesterov: like Momentum, but looking one step ahead.</source>
        <translation>Nesterov: 모멘텀과 같지만 한 걸음 앞을 내다봅니다.</translation>
    </message>
    <message>
        <source>AdaGrad: what has moved much so far moves less: h adds up the squares of the gradients.</source>
        <translation>AdaGrad: 지금까지 많이 움직인 원소는 덜 움직입니다. h에 기울기의 제곱을 더해 갑니다.</translation>
    </message>
    <message>
        <source>RMSprop: like AdaGrad, but h forgets old gradients.</source>
        <translation>RMSprop: AdaGrad와 같지만 h가 오래된 기울기를 잊어 갑니다.</translation>
    </message>
    <message>
        <source>Adam: m is the mean gradient, v the mean of its square; the step is lr_t times m over the root of v.</source>
        <translation>Adam: m은 기울기의 평균, v는 기울기 제곱의 평균입니다. m을 v의 제곱근으로 나누고 lr_t를 곱한 만큼 움직입니다.</translation>
    </message>
    <message>
        <source>The optimizer moves the parameter, so that the loss becomes smaller.</source>
        <translation>최적화 기법이 손실이 작아지도록 매개변수를 움직입니다.</translation>
    </message>
    <message>
        <source>lr_t = lr·√(1 - β2ⁿ) / (1 - β1ⁿ) in update n. Training itself holds M = m / (1 - β1) and V = v / (1 - β2), which takes two passes less; its rate is then lr_t·(1 - β1) / √(1 - β2), and its ε 1e-7 / √(1 - β2). “Elementary” above shows that form.</source>
        <translation>n번째 갱신에서 lr_t = lr·√(1 - β2ⁿ) / (1 - β1ⁿ)입니다. 학습은 실제로 M = m / (1 - β1)과 V = v / (1 - β2)를 기억해 계산을 두 번 줄입니다. 그때 학습률은 lr_t·(1 - β1) / √(1 - β2), ε은 1e-7 / √(1 - β2)입니다. 위에서 ‘기본 연산’을 고르면 그 형태를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>{name}: {before} → {after}.</source>
        <translation>{name}: {before} → {after}.</translation>
    </message>
    <message>
        <source>{gradient} is negative: raising {what} lowers the loss.</source>
        <translation>{gradient}: 음수입니다. {what}: 키우면 손실이 줄어듭니다.</translation>
    </message>
    <message>
        <source>{gradient} is positive: lowering {what} lowers the loss.</source>
        <translation>{gradient}: 양수입니다. {what}: 줄이면 손실이 줄어듭니다.</translation>
    </message>
    <message>
        <source>{gradient} is 0: moving {what} a little does not change the loss.</source>
        <translation>{gradient}: 0입니다. {what}: 조금 움직여도 손실이 변하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>StrengthStrip</name>
    <message>
        <source>The sample at each strength, and what the network says of it. A click makes it the sample that the whole window looks at.</source>
        <translation>세기마다의 데이터와 신경망의 답입니다. 클릭하면 창 전체가 그 데이터를 봅니다.</translation>
    </message>
    <message>
        <source>The sample, disturbed</source>
        <translation>바꾼 데이터</translation>
    </message>
</context>
<context>
    <name>SubjectBar</name>
    <message>
        <source>What is looked at</source>
        <translation>보고 있는 것</translation>
    </message>
    <message>
        <source>Look again at the network and the sample that you looked at before</source>
        <translation>앞서 보던 신경망과 데이터를 다시 봅니다</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>앞서 보던 것</translation>
    </message>
    <message>
        <source>Look again at what you went back from</source>
        <translation>되돌아오기 전에 보던 것을 다시 봅니다</translation>
    </message>
    <message>
        <source>Look forward</source>
        <translation>다음에 보던 것</translation>
    </message>
    <message>
        <source>Which network every panel shows. Train and all settings act on your own.</source>
        <translation>모든 패널이 보여 주는 신경망입니다. 학습과 모든 설정은 내 신경망에 적용됩니다.</translation>
    </message>
    <message>
        <source>Which moment of the network: how many updates its weights have been through.</source>
        <translation>신경망의 어느 시점인지, 곧 가중치가 몇 번 갱신되었는지입니다.</translation>
    </message>
    <message>
        <source>What goes through the network, in every panel.</source>
        <translation>모든 패널에서 신경망을 지나는 데이터입니다.</translation>
    </message>
    <message>
        <source>Another network that answers the same sample, to compare with.</source>
        <translation>같은 데이터에 답해 비교할 다른 신경망입니다.</translation>
    </message>
    <message>
        <source>Compare with nobody</source>
        <translation>비교하지 않기</translation>
    </message>
    <message>
        <source>Go on from here</source>
        <translation>여기서 이어 가기</translation>
    </message>
    <message>
        <source>Begin another future here, with the settings of then: a branch, to change and to train. What came after stays among the runs, and is drawn beside it.</source>
        <translation>여기서 그때의 설정으로 다른 미래를 시작합니다. 고치고 학습할 수 있는 분기입니다. 그 뒤에 있었던 일은 학습 목록에 남고, 곡선도 나란히 그려집니다.</translation>
    </message>
    <message>
        <source>Not your network: it can be looked at and stepped through, not changed.</source>
        <translation>내 신경망이 아닙니다. 들여다보고 한 단계씩 따라갈 수 있지만 바꿀 수는 없습니다.</translation>
    </message>
    <message>
        <source>A moment of the past: looking at it changes nothing.</source>
        <translation>과거의 한 순간입니다. 보기만 해서는 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Trained elsewhere, found again here: its digits may not be those of then.</source>
        <translation>다른 곳에서 학습한 것을 여기서 다시 구했습니다: 끝자리 숫자가 그때와 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>To now</source>
        <translation>지금으로</translation>
    </message>
    <message>
        <source>Look again at your network as it is now.</source>
        <translation>다시 지금의 내 신경망을 봅니다.</translation>
    </message>
    <message>
        <source>Copy into my network</source>
        <translation>내 신경망으로 복사</translation>
    </message>
    <message>
        <source>Make a copy of it your own network, to train and to change. One undo brings back what you had.</source>
        <translation>이 신경망을 복사해 내 신경망으로 삼아 학습하고 바꿉니다. 실행 취소 한 번이면 원래 신경망이 돌아옵니다.</translation>
    </message>
    <message>
        <source>To yours</source>
        <translation>내 신경망 보기</translation>
    </message>
    <message>
        <source>Look at your own network, as it is now.</source>
        <translation>지금의 내 신경망을 봅니다.</translation>
    </message>
</context>
<context>
    <name>SubjectWords</name>
    <message>
        <source>The shipped network</source>
        <translation>기본 제공 신경망</translation>
    </message>
    <message>
        <source>Your network, untrained</source>
        <translation>내 신경망, 학습 전</translation>
    </message>
    <message>
        <source>Your network</source>
        <translation>내 신경망</translation>
    </message>
    <message>
        <source>iteration {iteration:,} of {last:,}</source>
        <translation>반복 {last:,}번 중 {iteration:,}번째</translation>
    </message>
    <message>
        <source>as shipped</source>
        <translation>제공된 그대로</translation>
    </message>
    <message>
        <source>after 1 update</source>
        <translation>갱신 1번 뒤</translation>
    </message>
    <message>
        <source>after {count:,} updates</source>
        <translation>갱신 {count:,}번 뒤</translation>
    </message>
    <message>
        <source>{row} (your sample waits: it does not fit)</source>
        <translation>{row} (고른 데이터는 맞지 않아 기다리는 중)</translation>
    </message>
    <message>
        <source>{row}, until you draw</source>
        <translation>{row}, 그리기 전까지</translation>
    </message>
    <message>
        <source>no sample</source>
        <translation>데이터 없음</translation>
    </message>
    <message>
        <source>test row {row}</source>
        <translation>시험 데이터 {row}행</translation>
    </message>
    <message>
        <source>training row {row}</source>
        <translation>훈련 데이터 {row}행</translation>
    </message>
    <message>
        <source>a batch of {count} samples</source>
        <translation>데이터 {count}개짜리 배치</translation>
    </message>
    <message>
        <source>your drawing</source>
        <translation>내가 그린 그림</translation>
    </message>
    <message>
        <source>typed numbers</source>
        <translation>입력한 숫자</translation>
    </message>
</context>
<context>
    <name>SurfaceLegend</name>
    <message>
        <source>training: the first {count:,}</source>
        <translation>훈련: 처음 {count:,}개</translation>
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
        <source>wrong</source>
        <translation>틀림</translation>
    </message>
    <message>
        <source>The colour of a place is the class that the network gives it, the paler the less sure it is. Filled points are learned from, rings are test points; a cross marks those that the network takes for another class.</source>
        <translation>바탕색은 신경망이 그 자리에 준 클래스이고, 옅을수록 확신이 작습니다. 채운 점은 훈련 데이터, 고리는 시험 데이터입니다. 신경망이 다른 클래스로 잘못 답한 점에는 가위표가 붙습니다.</translation>
    </message>
    <message>
        <source>The colour of a place is the network&apos;s output there: blue above 0, orange below, pale near 0. Points have the colour of their target: where it is the colour of the ground, the network is right.</source>
        <translation>바탕색은 그 자리에서 신경망이 내는 출력입니다. 0보다 크면 파랑, 작으면 주황, 0에 가까우면 옅은 색입니다. 점은 정답의 색이므로, 점과 바탕의 색이 같으면 신경망이 맞힌 것입니다.</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>범례</translation>
    </message>
</context>
<context>
    <name>SurfaceTools</name>
    <message>
        <source>Look</source>
        <translation>살펴보기</translation>
    </message>
    <message>
        <source>Click anywhere: the diagram shows the numbers for this place. Click a point: the diagram shows that point. Drag a point to move it. With another tool, Ctrl and click does the same.</source>
        <translation>아무 데나 누르면 신경망 그림이 그 자리의 값을 보여 줍니다. 점을 누르면 그 점의 값을 보여 주고, 끌면 점이 움직입니다. 다른 도구에서는 Ctrl을 누른 채 누르면 됩니다.</translation>
    </message>
    <message>
        <source>Value of new points</source>
        <translation>새 점의 값</translation>
    </message>
    <message>
        <source>What the network is to give at the points you add.</source>
        <translation>추가할 점에서 신경망이 내야 할 값입니다.</translation>
    </message>
    <message>
        <source>Show test points</source>
        <translation>시험 점 보기</translation>
    </message>
    <message>
        <source>Show the points kept back for the test, as rings. The network never learns from them.</source>
        <translation>시험용으로 남겨 둔 점을 고리로 보여 줍니다. 이 점들은 학습에 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Show the decision only</source>
        <translation>결정만 보기</translation>
    </message>
    <message>
        <source>Colour each place by what the network decides there, however sure it is of it.</source>
        <translation>확신의 정도와 상관없이 신경망이 그 자리에서 내리는 결정만 색으로 보여 줍니다.</translation>
    </message>
    <message>
        <source>Restore points</source>
        <translation>점 복원</translation>
    </message>
    <message>
        <source>Take the training points of the dataset again. Undo brings your own back.</source>
        <translation>데이터셋의 훈련 점을 다시 가져옵니다. 실행 취소를 누르면 직접 만든 점이 돌아옵니다.</translation>
    </message>
    <message>
        <source>Clear points</source>
        <translation>점 모두 지우기</translation>
    </message>
    <message>
        <source>Delete all training points, to begin with an empty plane. Undo brings them back.</source>
        <translation>훈련 점을 모두 지우고 빈 평면에서 시작합니다. 실행 취소를 누르면 돌아옵니다.</translation>
    </message>
    <message>
        <source>Drag a point to move it, click it with the right button to delete it, double-click it to change it.</source>
        <translation>점을 끌면 움직이고, 오른쪽 단추로 누르면 지워지고, 두 번 누르면 바뀝니다.</translation>
    </message>
    <message>
        <source>Add points</source>
        <translation>점 추가</translation>
    </message>
    <message>
        <source>Click an empty place to add a point with this value.</source>
        <translation>빈 곳을 누르면 이 값을 가진 점이 생깁니다.</translation>
    </message>
    <message>
        <source>Click an empty place to add a point of class {name}.</source>
        <translation>빈 곳을 누르면 클래스 {name}의 점이 생깁니다.</translation>
    </message>
    <message>
        <source>Add points of class {name}</source>
        <translation>클래스 {name}의 점 추가</translation>
    </message>
</context>
<context>
    <name>SuspectRow</name>
    <message>
        <source>not tried yet</source>
        <translation>아직 시험하지 않음</translation>
    </message>
    <message>
        <source>The run itself, and with this change: {what}</source>
        <translation>실제 학습과, 이렇게 바꾼 학습: {what}</translation>
    </message>
    <message>
        <source>Open as a branch</source>
        <translation>분기로 열기</translation>
    </message>
    <message>
        <source>Go on with this change as a branch: it stands where its trial on the true batches ended, and Train goes on from there. The run as it was stays among the runs.</source>
        <translation>이렇게 바꾼 학습을 분기로 이어 갑니다. 실제 배치로 한 시험이 끝난 곳에 서고, 학습을 누르면 거기서 이어집니다. 원래 학습은 학습 목록에 남습니다.</translation>
    </message>
    <message>
        <source>Open as a branch: {what}</source>
        <translation>분기로 열기: {what}</translation>
    </message>
</context>
<context>
    <name>SweepPlayer</name>
    <message>
        <source>Pause the window</source>
        <translation>윈도우 멈춤</translation>
    </message>
    <message>
        <source>Stay at this place (Space).</source>
        <translation>이 자리에 머뭅니다 (Space).</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Let the window slide by itself, from the start if it is at the end (Space).</source>
        <translation>윈도우가 저절로 움직입니다. 끝에 있으면 처음부터 시작합니다 (Space).</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Back by a place (Left) or a row (Up): what was added is taken away.</source>
        <translation>한 자리(왼쪽 화살표) 또는 한 행(위쪽 화살표) 뒤로 갑니다. 더했던 것을 되돌립니다.</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>다음 자리</translation>
    </message>
    <message>
        <source>On by a place (Right) or a row (Down).</source>
        <translation>한 자리(오른쪽 화살표) 또는 한 행(아래쪽 화살표) 나아갑니다.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행 단위</translation>
    </message>
    <message>
        <source>Row by row</source>
        <translation>한 행씩</translation>
    </message>
    <message>
        <source>Step and play row by row instead of place by place.</source>
        <translation>한 자리씩이 아니라 한 행씩 나아갑니다.</translation>
    </message>
    <message>
        <source>Place of the window</source>
        <translation>윈도우의 자리</translation>
    </message>
    <message>
        <source>Drag through all places (Home, End).</source>
        <translation>끌어서 모든 자리를 지나갑니다 (Home, End).</translation>
    </message>
    <message>
        <source>Places the window has been at, and all there are.</source>
        <translation>윈도우가 지난 자리 수와 전체 자리 수입니다.</translation>
    </message>
</context>
<context>
    <name>System</name>
    <message>
        <source>there is no such file or folder</source>
        <translation>그런 파일이나 폴더가 없습니다</translation>
    </message>
    <message>
        <source>permission is denied</source>
        <translation>권한이 없습니다</translation>
    </message>
    <message>
        <source>this is not permitted</source>
        <translation>허용되지 않은 작업입니다</translation>
    </message>
    <message>
        <source>no space is left on the disk</source>
        <translation>디스크에 남은 공간이 없습니다</translation>
    </message>
    <message>
        <source>the disk can only be read</source>
        <translation>읽기만 할 수 있는 디스크입니다</translation>
    </message>
    <message>
        <source>the disk space granted to you is used up</source>
        <translation>쓸 수 있는 디스크 공간을 다 썼습니다</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>폴더입니다</translation>
    </message>
    <message>
        <source>a part of the path is no folder</source>
        <translation>경로의 일부가 폴더가 아닙니다</translation>
    </message>
    <message>
        <source>it exists already</source>
        <translation>이미 있습니다</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>이름이 너무 깁니다</translation>
    </message>
    <message>
        <source>the file is too large for this disk</source>
        <translation>이 디스크에 담기에는 파일이 너무 큽니다</translation>
    </message>
    <message>
        <source>the disk or the connection to it failed</source>
        <translation>디스크나 디스크 연결에 문제가 생겼습니다</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>다른 프로그램이 쓰고 있습니다</translation>
    </message>
    <message>
        <source>the device is gone</source>
        <translation>장치가 없어졌습니다</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>열린 파일이 너무 많습니다</translation>
    </message>
</context>
<context>
    <name>TabSeparated</name>
    <message>
        <source>The clipboard holds {n:,} characters: too much for a matrix.</source>
        <translation>클립보드의 글자가 {n:,}자입니다. 행렬에 넣기에는 너무 많습니다.</translation>
    </message>
    <message>
        <source>The clipboard holds no numbers. Copy some in a spreadsheet or here first.</source>
        <translation>클립보드에 수가 없습니다. 스프레드시트나 여기서 먼저 복사하세요.</translation>
    </message>
    <message>
        <source>Row {row} of the clipboard has {n} cells and row 1 has {first}: make all rows equally long.</source>
        <translation>클립보드의 {row}행은 {n}칸, 1행은 {first}칸입니다. 모든 행의 길이를 같게 하세요.</translation>
    </message>
    <message>
        <source>Row {row}, column {column} of the clipboard is empty: write 0 there.</source>
        <translation>클립보드의 {row}행 {column}열이 비어 있습니다. 0을 써넣으세요.</translation>
    </message>
    <message>
        <source>Row {row}, column {column} of the clipboard is “{cell}”: a finite number such as -0.25 is needed.</source>
        <translation>클립보드의 {row}행 {column}열: “{cell}” 대신 -0.25 같은 유한한 수가 필요합니다.</translation>
    </message>
    <message>
        <source>Several separate blocks are selected: select one cell to paste at.</source>
        <translation>떨어진 영역을 여러 개 골랐습니다. 붙여 넣을 칸 하나를 고르세요.</translation>
    </message>
    <message>
        <source>The clipboard holds {pasted} numbers, {place} cells are selected. Select the one cell where the numbers shall begin, or {pasted} cells.</source>
        <translation>클립보드에는 수가 {pasted}개 있는데 {place}칸을 골랐습니다. 시작할 칸 하나나 {pasted}칸을 고르세요.</translation>
    </message>
    <message>
        <source>The clipboard holds {pasted} numbers, but from {name} on there is room for {room}. Begin further up or left, or copy fewer cells.</source>
        <translation>클립보드에는 수가 {pasted}개 있는데 {name}부터는 {room}칸뿐입니다. 더 위나 왼쪽에서 시작하거나 더 적게 복사하세요.</translation>
    </message>
</context>
<context>
    <name>TableInput</name>
    <message>
        <source>Label of this sample ({name})</source>
        <translation>이 데이터의 레이블({name})</translation>
    </message>
    <message>
        <source>Label of this sample</source>
        <translation>이 데이터의 레이블</translation>
    </message>
</context>
<context>
    <name>TableMenu</name>
    <message>
        <source>Curves: losses and accuracies…</source>
        <translation>학습 곡선: 손실과 정확도…</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>The step that the debugger shows</source>
        <translation>디버거가 보여 주는 단계</translation>
    </message>
    <message>
        <source>The whole pass</source>
        <translation>계산 전체</translation>
    </message>
    <message>
        <source>All its values as .npz…</source>
        <translation>모든 값을 .npz로…</translation>
    </message>
    <message>
        <source>Curves as a table</source>
        <translation>학습 곡선을 표로</translation>
    </message>
    <message>
        <source>All values of the pass</source>
        <translation>계산의 모든 값</translation>
    </message>
    <message>
        <source>Numbers &amp;as a table</source>
        <translation>숫자를 표로(&amp;A)</translation>
    </message>
    <message>
        <source>CSV for spreadsheets and programs, with every digit</source>
        <translation>스프레드시트나 프로그램에서 쓸 CSV입니다. 모든 자릿수를 담습니다</translation>
    </message>
</context>
<context>
    <name>TargetFields</name>
    <message>
        <source>Target of this sample ({name})</source>
        <translation>이 데이터의 정답({name})</translation>
    </message>
    <message>
        <source>Target of this sample</source>
        <translation>이 데이터의 정답</translation>
    </message>
    <message>
        <source>What the answer should be, the target t, in the unit of the data. A row of the data has its own; type one for numbers of your own, and there is a loss.</source>
        <translation>신경망이 내놓아야 할 값, 곧 정답 t입니다. 단위는 데이터와 같습니다. 데이터의 행에는 이미 정답이 있고, 직접 넣은 수에는 여기에 정답을 적으면 손실이 계산됩니다.</translation>
    </message>
</context>
<context>
    <name>Teachers</name>
    <message>
        <source>this network was not trained here</source>
        <translation>이 신경망은 여기서 학습하지 않았습니다</translation>
    </message>
    <message>
        <source>training is running; pause it first</source>
        <translation>학습하는 중입니다. 먼저 일시 정지하세요</translation>
    </message>
    <message>
        <source>no training of it is kept</source>
        <translation>남아 있는 학습 기록이 없습니다</translation>
    </message>
    <message>
        <source>there is no sample to ask about</source>
        <translation>물어볼 데이터가 없습니다</translation>
    </message>
    <message>
        <source>Who taught that cannot be shown: {reason}.</source>
        <translation>누가 가르쳤는지 보여 줄 수 없습니다. {reason}.</translation>
    </message>
    <message>
        <source>the layers were changed since the training</source>
        <translation>학습한 뒤에 층이 바뀌었습니다</translation>
    </message>
</context>
<context>
    <name>TeachersWindow</name>
    <message>
        <source>training again</source>
        <translation>다시 학습하는 중</translation>
    </message>
    <message>
        <source>from the kept moments</source>
        <translation>남겨 둔 순간들로 어림하는 중</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>정밀하게 구하기</translation>
    </message>
    <message>
        <source>Train again and divide each update exactly; it can be given up, and what was found stays.</source>
        <translation>다시 학습하며 갱신을 하나하나 나눕니다. 중간에 그만두어도 알아낸 것은 남습니다.</translation>
    </message>
    <message>
        <source>Who taught you that?</source>
        <translation>누가 가르쳐 주었나요?</translation>
    </message>
    <message>
        <source>They raised it most:</source>
        <translation>가장 크게 높인 데이터:</translation>
    </message>
    <message>
        <source>They lowered it most:</source>
        <translation>가장 크게 낮춘 데이터:</translation>
    </message>
    <message>
        <source>Training samples that raised the score most</source>
        <translation>점수를 가장 크게 높인 훈련 데이터</translation>
    </message>
    <message>
        <source>Training samples that lowered the score most</source>
        <translation>점수를 가장 크게 낮춘 훈련 데이터</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Which score is asked about: what the last layer puts out, before softmax or sigmoid.</source>
        <translation>어느 점수를 묻는지 고릅니다. 점수는 마지막 층의 출력이며 소프트맥스나 시그모이드를 거치기 전의 값입니다.</translation>
    </message>
    <message>
        <source>Step through the update</source>
        <translation>갱신을 한 단계씩 보기</translation>
    </message>
    <message>
        <source>Open the pass of the chosen sample, in the update in which it did most, in the debugger; your network stays as it is.</source>
        <translation>고른 데이터가 가장 큰 몫을 한 갱신에서 그 데이터의 계산을 디버거에서 엽니다. 신경망은 지금 그대로입니다.</translation>
    </message>
</context>
<context>
    <name>TeachingWords</name>
    <message>
        <source>Who taught the network its score for {name}, for this sample?</source>
        <translation>{name}: 이 데이터에 대한 점수를 누가 가르쳐 주었나요?</translation>
    </message>
    <message>
        <source>Asking the kept moments of the training …</source>
        <translation>학습하며 남겨 둔 순간들에 묻는 중…</translation>
    </message>
    <message>
        <source>The first of the kept moments have answered: this is not all yet.</source>
        <translation>처음 몇 순간만 답했습니다. 아직 전부가 아닙니다.</translation>
    </message>
    <message>
        <source>Updates {first:,} to {last:,} changed the score by {change}: that is exact. The samples&apos; gradients, used as SGD uses them, make {shared} of it. The rest, {rest}: {what}.</source>
        <translation>갱신 {first:,}~{last:,}에서 점수의 변화는 {change}: 정확한 값입니다. 데이터의 기울기를 SGD처럼 쓸 때의 몫은 {shared}. 나머지는 {rest}: {what}.</translation>
    </message>
    <message>
        <source>The network was edited after its training; that is not in these numbers.</source>
        <translation>학습한 뒤에 신경망을 편집했습니다. 편집은 이 수들에 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The division is an estimate from {count} kept moments, each for the updates around it; Refine trains again and divides every update.</source>
        <translation>나눈 몫은 남겨 둔 순간 {count}개가 저마다 주변의 갱신을 대신하는 어림값입니다. ‘정밀하게 구하기’는 다시 학습하며 모든 갱신을 나눕니다.</translation>
    </message>
    <message>
        <source>Every update was done again and divided.</source>
        <translation>모든 갱신을 다시 하며 나누었습니다.</translation>
    </message>
    <message>
        <source>These updates were done again and divided; the earlier ones were given up.</source>
        <translation>이 갱신들을 다시 하며 나누었습니다. 그 앞의 갱신은 그만두었습니다.</translation>
    </message>
    <message>
        <source>what {optimizer} makes of gradients by its memory</source>
        <translation>{optimizer}: 기억으로 기울기를 바꾸어 쓴 것</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>가중치 감소</translation>
    </message>
    <message>
        <source>the running means of batch normalization</source>
        <translation>배치 정규화의 이동 평균</translation>
    </message>
    <message>
        <source>steps too large for a straight line</source>
        <translation>직선으로 어림하기에는 큰 걸음</translation>
    </message>
    <message>
        <source>Training sample {row:,} ({label}): {share} in {times:,} updates. A click looks at it as the network was before the update in which it did most.</source>
        <translation>훈련 데이터 {row:,} ({label}): 갱신 {times:,}번에서 {share}. 클릭하면 가장 큰 몫을 한 갱신 전의 신경망으로 이 데이터를 봅니다.</translation>
    </message>
    <message>
        <source>That is update {first:,}.</source>
        <translation>그 갱신은 {first:,}번째입니다.</translation>
    </message>
    <message>
        <source>That is, by the estimate, one from {first:,} to {last:,}.</source>
        <translation>어림으로는 그 갱신이 {first:,}~{last:,} 가운데 있습니다.</translation>
    </message>
</context>
<context>
    <name>TermsModel</name>
    <message>
        <source>{name} takes a number, not “{text}”.</source>
        <translation>{name}: “{text}” 대신 수를 입력하세요.</translation>
    </message>
</context>
<context>
    <name>ThresholdRow</name>
    <message>
        <source>“{name}” from</source>
        <translation>‘{name}’ 기준</translation>
    </message>
    <message>
        <source>From which share on the second class is said. A lower threshold finds more of them and calls more of the others by their name; 0.5 is what accuracy is counted with.</source>
        <translation>둘째 클래스라고 답하는 기준 비율입니다. 기준을 낮추면 둘째 클래스를 더 많이 찾아내지만 다른 것까지 그렇게 부르게 됩니다. 정확도는 0.5를 기준으로 셉니다.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>임곗값</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>{count:,.0f}/s</source>
        <translation>{count:,.0f}번/초</translation>
    </message>
    <message>
        <source>no past was kept</source>
        <translation>보관된 과거 없음</translation>
    </message>
    <message>
        <source>iteration {iteration:,} is found again: {share:.0%}, up to {seconds:.0f} s</source>
        <translation>반복 {iteration:,}번째를 다시 계산하는 중: {share:.0%}, 최대 {seconds:.0f}초</translation>
    </message>
    <message>
        <source>now: iteration {last:,}</source>
        <translation>지금: 반복 {last:,}번째</translation>
    </message>
    <message>
        <source>iteration {iteration:,} of {last:,}</source>
        <translation>반복 {last:,}번 중 {iteration:,}번째</translation>
    </message>
    <message>
        <source>Pause the past</source>
        <translation>과거 재생 멈춤</translation>
    </message>
    <message>
        <source>Stand still at this moment</source>
        <translation>이 순간에 멈춥니다</translation>
    </message>
    <message>
        <source>Let every panel go through the past by itself, from the moment that is looked at</source>
        <translation>보고 있는 순간부터 모든 패널이 과거를 차례로 보여 줍니다</translation>
    </message>
    <message>
        <source>Play the past</source>
        <translation>과거 재생</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>더 느리게 재생</translation>
    </message>
    <message>
        <source>Play the past half as fast</source>
        <translation>과거를 절반 속도로 재생합니다</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>더 빠르게 재생</translation>
    </message>
    <message>
        <source>Play the past twice as fast</source>
        <translation>과거를 두 배 속도로 재생합니다</translation>
    </message>
    <message>
        <source>Look at now</source>
        <translation>지금 보기</translation>
    </message>
    <message>
        <source>Look again at the network as it is now</source>
        <translation>다시 지금의 신경망을 봅니다</translation>
    </message>
    <message>
        <source>Give the replay up</source>
        <translation>다시 계산하기 그만두기</translation>
    </message>
    <message>
        <source>Stay at the moment that is seen.</source>
        <translation>보이는 순간에 머무릅니다.</translation>
    </message>
    <message>
        <source>The moment that every panel shows. Drag the line in the curve; Shift+Left and Shift+Right move it by one iteration, with Ctrl by a hundredth, Space plays. Looking changes nothing.</source>
        <translation>모든 패널이 보여 주는 순간입니다. 곡선의 선을 끌어 보세요. Shift+왼쪽, Shift+오른쪽 화살표로 한 반복씩, Ctrl을 함께 누르면 100분의 1씩 움직이고, Space로 재생합니다. 보기만 해서는 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>How many iterations of the past are played in a second.</source>
        <translation>과거를 1초에 몇 반복씩 재생하는지입니다.</translation>
    </message>
</context>
<context>
    <name>TimeTravel</name>
    <message>
        <source>Iteration {first} is the earliest one that can be gone back to.</source>
        <translation>반복 {first}보다 앞으로는 돌아갈 수 없습니다.</translation>
    </message>
    <message>
        <source>There is no training to look through: it began here.</source>
        <translation>되짚어 볼 학습이 없습니다. 여기서 시작했습니다.</translation>
    </message>
    <message>
        <source>Nothing of that kind happened on the way here.</source>
        <translation>여기까지 오는 동안 그런 일은 없었습니다.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>There is no past: nothing was trained here yet.</source>
        <translation>과거가 없습니다: 아직 여기서 학습한 적이 없습니다.</translation>
    </message>
    <message>
        <source>There is no past: it was not kept how training came to iteration {iteration:,}.</source>
        <translation>과거가 없습니다: 학습이 {iteration:,}번째 반복까지 온 과정이 보관되어 있지 않습니다.</translation>
    </message>
</context>
<context>
    <name>TrailRow</name>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Look at the question before this one again</source>
        <translation>앞의 질문을 다시 봅니다</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>지나온 길</translation>
    </message>
    <message>
        <source>The questions asked so far: a click looks at one again</source>
        <translation>지금까지 물은 것들: 클릭하면 다시 봅니다</translation>
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
        <translation>이 데이터에는 클래스가 없고 예측할 값이 있습니다. 오차를 잴 수 있는 손실 함수는 ‘{loss}’뿐입니다.</translation>
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
        <source>Left out: sample {rows}. Put back</source>
        <translation>뺀 데이터: {rows}번. 되돌리기</translation>
    </message>
    <message>
        <source>No batch holds these training samples. Press to train on them again.</source>
        <translation>이 학습 데이터는 어느 배치에도 들어가지 않습니다. 누르면 다시 학습에 씁니다.</translation>
    </message>
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
        <source>Show what is seldom changed: the precision of the numbers, clipping, how batches are drawn.</source>
        <translation>드물게 바꾸는 것을 보입니다: 수의 정밀도, 클리핑, 배치를 뽑는 방법.</translation>
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
        <source>Weights and biases the network learns, and the memory that training and measuring them takes.</source>
        <translation>학습하는 가중치와 편향의 수, 그리고 학습과 평가에 드는 메모리입니다.</translation>
    </message>
    <message>
        <source>Output: {n} classes ({names})</source>
        <translation>출력: 클래스 {n}개 ({names})</translation>
    </message>
    <message>
        <source>Output: {n}, where 0 stands for {zero} and 1 for {one}; the loss is measured in this unit</source>
        <translation>출력: {n} (0은 원래 값 {zero}, 1은 {one}). 손실도 이 단위로 잽니다</translation>
    </message>
    <message>
        <source>{n} parameters, about {memory} to train</source>
        <translation>매개변수 {n}개, 학습에 약 {memory}</translation>
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
        <source>Train {count:,} iterations</source>
        <translation>{count:,}회 반복 학습</translation>
    </message>
</context>
<context>
    <name>TrainingSentences</name>
    <message>
        <source>The code has changed since: this is how it was.</source>
        <translation>그 뒤로 코드가 바뀌었습니다. 바뀌기 전 코드의 결과입니다.</translation>
    </message>
    <message>
        <source>It is being started…</source>
        <translation>시작하는 중…</translation>
    </message>
    <message>
        <source>It learns.</source>
        <translation>학습하고 있습니다.</translation>
    </message>
    <message>
        <source>A new process has the parameters of iteration {at:,}: it reads, and can go on.</source>
        <translation>새 프로세스가 반복 {at:,}의 매개변수를 가지고 있습니다. 숫자를 읽고, 이어서 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>A new process has the parameters after {at:,} losses: it reads digits.</source>
        <translation>새 프로세스가 손실 {at:,}개 뒤의 매개변수를 가지고 있습니다. 숫자를 읽습니다.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>일시 정지했습니다.</translation>
    </message>
    <message>
        <source>This training came with the document; nothing of it runs.</source>
        <translation>이 학습은 문서와 함께 왔습니다. 아무것도 실행되고 있지 않습니다.</translation>
    </message>
    <message>
        <source>The script has run to its end.</source>
        <translation>스크립트가 끝까지 실행되었습니다.</translation>
    </message>
    <message>
        <source>The loss is no number any more; it cannot learn from there. A smaller learning rate may help.</source>
        <translation>손실이 더는 숫자가 아니어서 학습을 이어갈 수 없습니다. 학습률을 줄이면 나아질 수 있습니다.</translation>
    </message>
    <message>
        <source>All iterations are made.</source>
        <translation>정한 반복을 모두 마쳤습니다.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>중지했습니다.</translation>
    </message>
    <message>
        <source>{count:,} losses</source>
        <translation>손실 {count:,}개</translation>
    </message>
    <message>
        <source>iteration {count:,} of {last:,}</source>
        <translation>반복 {count:,} / {last:,}</translation>
    </message>
    <message>
        <source>{rate:,.0f} a second</source>
        <translation>초당 {rate:,.0f}회</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>손실 {loss}</translation>
    </message>
    <message>
        <source>test accuracy {share}</source>
        <translation>시험 정확도 {share}</translation>
    </message>
    <message>
        <source>{accuracy} at {iteration:,}</source>
        <translation>{accuracy} ({iteration:,}번째)</translation>
    </message>
    <message>
        <source>Your network cannot read a digit: {reason}</source>
        <translation>신경망이 숫자를 읽지 못합니다: {reason}</translation>
    </message>
    <message>
        <source>Its process is gone and handed in no parameters: train again to let it read.</source>
        <translation>프로세스가 매개변수를 내놓지 못하고 끝났습니다. 읽게 하려면 다시 학습하세요.</translation>
    </message>
    <message>
        <source>To let it read, take it up again: then you are asked whether its code may run.</source>
        <translation>읽게 하려면 ‘다시 잇기’를 누르세요. 그때 코드를 실행해도 되는지 묻습니다.</translation>
    </message>
    <message>
        <source>A new process with its parameters could not read: its line above says why.</source>
        <translation>그 매개변수를 가진 새 프로세스가 읽지 못했습니다. 까닭은 위의 문장에 있습니다.</translation>
    </message>
    <message>
        <source>Draw a digit in the panel Input: a new process with its parameters reads it here.</source>
        <translation>입력 패널에 숫자를 그리면, 그 매개변수를 가진 새 프로세스가 여기에서 읽습니다.</translation>
    </message>
    <message>
        <source>The document keeps the code, the curve and {count:,} parameters, of iteration {at:,}.</source>
        <translation>문서가 코드와 곡선, 반복 {at:,}의 매개변수 {count:,}개를 보관합니다.</translation>
    </message>
    <message>
        <source>Too large to be kept: {count:,} parameters.</source>
        <translation>너무 커서 보관하지 못합니다: 매개변수 {count:,}개.</translation>
    </message>
    <message>
        <source>Your network is asked…</source>
        <translation>내 코드의 신경망에 묻는 중…</translation>
    </message>
    <message>
        <source>Draw a digit in the panel Input: your network reads it here.</source>
        <translation>입력 패널에 숫자를 그려 보세요. 내 코드의 신경망이 여기에서 읽습니다.</translation>
    </message>
    <message>
        <source>Your network answers with no numbers.</source>
        <translation>내 코드의 신경망이 숫자가 아닌 값을 돌려줍니다.</translation>
    </message>
    <message>
        <source>Your network reads your digit: {digit} ({share})</source>
        <translation>내 코드의 신경망이 읽은 숫자: {digit} ({share})</translation>
    </message>
    <message>
        <source>Lost with the process: what the optimizer remembers ({names}).</source>
        <translation>프로세스와 함께 사라지는 것: 옵티마이저가 기억하는 값({names}).</translation>
    </message>
    <message>
        <source>Lost with the process: what the network keeps beside params; without it, it answers otherwise.</source>
        <translation>프로세스와 함께 사라지는 것: 신경망이 params 밖에 두는 값. 그것이 없으면 대답이 달라집니다.</translation>
    </message>
</context>
<context>
    <name>TrainingView</name>
    <message>
        <source>How far it is, how fast, and how many of the 10,000 test digits it reads</source>
        <translation>얼마나 진행했는지, 얼마나 빠른지, 시험 숫자 10,000개 가운데 얼마나 읽는지</translation>
    </message>
    <message>
        <source>What your network says of the digit in the panel Input</source>
        <translation>입력 패널의 숫자를 내 코드의 신경망이 무엇으로 보는지</translation>
    </message>
    <message>
        <source>What stays of this training, and what is lost with its process</source>
        <translation>이 학습에서 무엇이 남고, 프로세스와 함께 무엇이 사라지는지</translation>
    </message>
</context>
<context>
    <name>TrialModel</name>
    <message>
        <source>Trial</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에폭 수</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>초</translation>
    </message>
</context>
<context>
    <name>TrialTable</name>
    <message>
        <source>The trials, the best on the samples held back first. A click on a head sorts by it.</source>
        <translation>시도 목록이며, 검증 데이터에서 가장 좋은 것이 맨 위에 있습니다. 머리글을 클릭하면 그 값으로 정렬합니다.</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>시도</translation>
    </message>
</context>
<context>
    <name>TrialWords</name>
    <message>
        <source>Hidden neurons</source>
        <translation>은닉층 뉴런</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>강제 종료됨</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>{name} matters, and not in one direction: the {third} third of the values tried does best; by chance that would be seen in {chance:.1%} of cases at most. (The rank correlation, {r:+.2f}, is blind to that.)</source>
        <translation>{name}: 결과에 영향을 주지만 한 방향은 아닙니다. 시도한 값 가운데 {third} 3분의 1이 가장 좋습니다. 우연히 그렇게 보일 확률은 많아야 {chance:.1%}입니다. (순위 상관 {r:+.2f}: 이런 모양은 상관에 나타나지 않습니다.)</translation>
    </message>
    <message>
        <source>{name} matters, the larger the better: rank correlation {r:+.2f} (95% between {low:+.2f} and {high:+.2f}).</source>
        <translation>{name}: 클수록 결과가 좋습니다. 순위 상관 {r:+.2f} (95% 구간 {low:+.2f} ~ {high:+.2f}).</translation>
    </message>
    <message>
        <source>{name} matters, the smaller the better: rank correlation {r:+.2f} (95% between {low:+.2f} and {high:+.2f}).</source>
        <translation>{name}: 작을수록 결과가 좋습니다. 순위 상관 {r:+.2f} (95% 구간 {low:+.2f} ~ {high:+.2f}).</translation>
    </message>
    <message>
        <source>{name} matters little here, if at all: rank correlation {r:+.2f} (95% between {low:+.2f} and {high:+.2f}).</source>
        <translation>{name}: 영향이 있더라도 여기서는 작습니다. 순위 상관 {r:+.2f} (95% 구간 {low:+.2f} ~ {high:+.2f}).</translation>
    </message>
    <message>
        <source>{count:,} combinations are too few to say whether {name} matters: rank correlation {r:+.2f} (95% between {low:+.2f} and {high:+.2f}).</source>
        <translation>{name}: 영향이 있는지 말하기에 조합 {count:,}개는 부족합니다. 순위 상관 {r:+.2f} (95% 구간 {low:+.2f} ~ {high:+.2f}).</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>작은 쪽</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>가운데</translation>
    </message>
    <message>
        <source>upper</source>
        <translation>큰 쪽</translation>
    </message>
</context>
<context>
    <name>TrialsPanel</name>
    <message>
        <source>Search</source>
        <translation>탐색</translation>
    </message>
</context>
<context>
    <name>TroubleBar</name>
    <message>
        <source>Undo the training</source>
        <translation>학습 취소</translation>
    </message>
    <message>
        <source>Undo the change</source>
        <translation>변경 취소</translation>
    </message>
    <message>
        <source>Take the last stretch of training back.</source>
        <translation>마지막 학습을 되돌립니다.</translation>
    </message>
    <message>
        <source>Take back “{change}” and go on from the weights that training had before it. One undo brings it back.</source>
        <translation>‘{change}’ 변경을 되돌리고, 그 앞까지 학습한 가중치에서 이어 갑니다. 한 번 실행 취소하면 다시 돌아옵니다.</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>주의할 점</translation>
    </message>
    <message>
        <source>Find where it went wrong</source>
        <translation>잘못된 곳 찾기</translation>
    </message>
    <message>
        <source>Go through the training again and stop at the first moment at which something went wrong.</source>
        <translation>학습을 다시 짚어 가며 처음으로 잘못된 순간에서 멈춥니다.</translation>
    </message>
    <message>
        <source>Find the cause</source>
        <translation>원인 찾기</translation>
    </message>
    <message>
        <source>Find the update with which it began, and try from just before it what would have helped.</source>
        <translation>문제가 시작된 갱신을 찾고, 바로 전부터 무엇이 도움이 되었을지 시험합니다.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>알림 닫기</translation>
    </message>
</context>
<context>
    <name>TroubleWatch</name>
    <message>
        <source>The loss stays at {loss}, no better than a guess (ln {classes}). {reason}</source>
        <translation>손실이 {loss}에서 더 줄지 않습니다. 찍는 것(ln {classes})보다 낫지 않습니다. {reason}</translation>
    </message>
    <message>
        <source>The loss became NaN in iteration {iteration}: training ended there. A smaller learning rate helps most often.</source>
        <translation>{iteration}번째 반복에서 손실이 NaN이 되어 학습이 거기서 끝났습니다. 학습률을 줄이면 대부분 해결됩니다.</translation>
    </message>
    <message>
        <source>The loss became infinite in iteration {iteration}: training ended there. A smaller learning rate helps most often.</source>
        <translation>{iteration}번째 반복에서 손실이 무한대가 되어 학습이 거기서 끝났습니다. 학습률을 줄이면 대부분 해결됩니다.</translation>
    </message>
    <message>
        <source>All {units} neurons of {layer} are dead: no gradient comes through them, and what stands before them learns nothing any more.</source>
        <translation>{layer}의 뉴런 {units}개가 모두 죽었습니다. 기울기가 지나가지 못하므로 그 앞의 층은 더 배우지 못합니다.</translation>
    </message>
    <message>
        <source>All {units} filters of {layer} are dead: no gradient comes through them, and what stands before them learns nothing any more.</source>
        <translation>{layer}의 필터 {units}개가 모두 죽었습니다. 기울기가 지나가지 못하므로 그 앞의 층은 더 배우지 못합니다.</translation>
    </message>
    <message>
        <source>Numbers of {layer} are NaN or infinite: what is computed with them is lost.</source>
        <translation>{layer}의 값이 NaN이거나 무한대입니다. 이 값이 들어가는 계산은 모두 망가집니다.</translation>
    </message>
    <message>
        <source>After “{change}” training went wrong, by iteration {iteration}: you are before that now.</source>
        <translation>‘{change}’ 변경 다음에 학습이 잘못되었습니다(반복 {iteration}까지). 지금은 그보다 앞에 있습니다.</translation>
    </message>
    <message>
        <source>Undo the change: {what}</source>
        <translation>변경 취소: {what}</translation>
    </message>
</context>
<context>
    <name>UpdateOpening</name>
    <message>
        <source>The data were others then: the sample itself cannot be shown.</source>
        <translation>그때는 데이터가 달랐습니다. 데이터 자체는 보여 줄 수 없습니다.</translation>
    </message>
    <message>
        <source>This training no longer leads to your network: another future took its place.</source>
        <translation>이 학습은 더 이상 지금의 신경망으로 이어지지 않습니다. 다른 미래가 그 자리를 대신했습니다.</translation>
    </message>
</context>
<context>
    <name>UpdatePage</name>
    <message>
        <source>Update {iteration:,} of {number}</source>
        <translation>{number}: 갱신 {iteration:,}</translation>
    </message>
    <message>
        <source>Training again to find out …</source>
        <translation>알아내려고 다시 학습하는 중…</translation>
    </message>
    <message>
        <source>Update {iteration:,} of {number}: {before} → {after} ({change})</source>
        <translation>{number}, 갱신 {iteration:,}: {before} → {after} ({change})</translation>
    </message>
    <message>
        <source>Gradient d{name}: {gradient}, the mean over {count:,} samples with loss {loss}.</source>
        <translation>기울기 d{name}: {gradient}. 데이터 {count:,}개의 평균이며 손실은 {loss}.</translation>
    </message>
    <message>
        <source>Of that, weight decay makes {decay}.</source>
        <translation>그중 가중치 감소의 몫: {decay}.</translation>
    </message>
    <message>
        <source>What the samples add up to was changed by {rest} before it was used.</source>
        <translation>데이터의 몫을 더한 값은 쓰이기 전에 바뀌었습니다: {rest}.</translation>
    </message>
    <message>
        <source>{optimizer} with learning rate {lr}: {lr} · {gradient} was subtracted.</source>
        <translation>{optimizer}, 학습률 {lr}: 뺀 값은 {lr} · {gradient}.</translation>
    </message>
    <message>
        <source>{optimizer} with learning rate {lr}; it remembered {memory}.</source>
        <translation>{optimizer}, 학습률 {lr}. 기억하던 값: {memory}.</translation>
    </message>
    <message>
        <source>{slot}: {before}, then {after}</source>
        <translation>{slot}: {before}, 그 뒤 {after}</translation>
    </message>
    <message>
        <source>The samples of the batch by their part in the gradient, the largest first: with its sign, and as a share of the sizes of all parts.</source>
        <translation>미니배치의 데이터를 기울기에서 차지하는 몫이 큰 것부터, 부호와 함께 모든 몫의 크기에 대한 비율로 늘어놓았습니다.</translation>
    </message>
    <message>
        <source>The first {shown} of {count:,} are shown.</source>
        <translation>{count:,}개 가운데 처음 {shown}개만 보입니다.</translation>
    </message>
    <message>
        <source>Training sample {row:,} ({label}): part {part} in the gradient, {share} of the sizes of all parts. A click looks at it as the network was before this update.</source>
        <translation>훈련 데이터 {row:,} ({label}): 기울기에서의 몫 {part}, 모든 몫의 크기 가운데 {share}. 클릭하면 이 갱신 전의 신경망으로 이 데이터를 봅니다.</translation>
    </message>
    <message>
        <source>Samples of the batch</source>
        <translation>미니배치의 데이터</translation>
    </message>
    <message>
        <source>The number before it</source>
        <translation>그 전의 값</translation>
    </message>
    <message>
        <source>Ask where the number came from that this update found.</source>
        <translation>이 갱신 전의 값이 어디에서 왔는지 묻습니다.</translation>
    </message>
    <message>
        <source>Look at this moment</source>
        <translation>이 순간 보기</translation>
    </message>
    <message>
        <source>All panels look at the network as it was before this update; nothing is edited.</source>
        <translation>모든 패널이 이 갱신 전의 신경망을 봅니다. 아무것도 편집하지 않습니다.</translation>
    </message>
    <message>
        <source>Step through the update</source>
        <translation>갱신을 한 단계씩 보기</translation>
    </message>
    <message>
        <source>Open it in the debugger, as it was; your network stays as it is.</source>
        <translation>그때 그대로 디버거에서 엽니다. 신경망은 지금 그대로입니다.</translation>
    </message>
    <message>
        <source>Open the pass of the chosen sample in this batch in the debugger; your network stays as it is.</source>
        <translation>이 배치에서 고른 데이터의 계산을 디버거에서 엽니다. 신경망은 지금 그대로입니다.</translation>
    </message>
    <message>
        <source>Step through the sample</source>
        <translation>데이터를 한 단계씩 보기</translation>
    </message>
</context>
<context>
    <name>UseButton</name>
    <message>
        <source>Recording…</source>
        <translation>기록 중…</translation>
    </message>
    <message>
        <source>Use it in the network</source>
        <translation>신경망에 넣기</translation>
    </message>
    <message>
        <source>Let {name} be a layer of your network: the steps that it takes are recorded and done again there. Its code never runs in the program itself.</source>
        <translation>내 신경망의 계층으로 넣습니다: {name}. 이 클래스가 밟는 단계를 기록해 신경망에서 그대로 다시 계산합니다. 코드 자체는 프로그램 안에서 실행되지 않습니다.</translation>
    </message>
    <message>
        <source>{name} is not right yet: only what is right can stand in the network.</source>
        <translation>{name}: 아직 맞지 않습니다. 맞는 클래스만 신경망에 넣을 수 있습니다.</translation>
    </message>
    <message>
        <source>In the place of {layer}</source>
        <translation>{layer} 자리에</translation>
    </message>
    <message>
        <source>Behind {layer}</source>
        <translation>{layer} 뒤에</translation>
    </message>
</context>
<context>
    <name>Using</name>
    <message>
        <source>The network was changed meanwhile: choose the place again.</source>
        <translation>그사이 신경망이 바뀌었습니다. 자리를 다시 고르세요.</translation>
    </message>
    <message>
        <source>{name} stands in your network now; undo takes it out.</source>
        <translation>내 신경망에 들어갔습니다: {name}. 실행 취소로 뺄 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ValuePane</name>
    <message>
        <source>{name}: not computed yet</source>
        <translation>{name}: 아직 계산하지 않음</translation>
    </message>
    <message>
        <source>{name} in line {line}</source>
        <translation>{line}행의 {name}</translation>
    </message>
    <message>
        <source>{value}: {shape} is too large to be shown</source>
        <translation>{value}: {shape}, 너무 커서 보여 줄 수 없음</translation>
    </message>
    <message>
        <source>What belongs there, the true gradient by {name}</source>
        <translation>여기에 있어야 할 참 기울기({name})</translation>
    </message>
    <message>
        <source>The true gradient by {name}</source>
        <translation>참 기울기({name})</translation>
    </message>
    <message>
        <source>its shape is {shape}</source>
        <translation>형상은 {shape}</translation>
    </message>
    <message>
        <source>they are equal</source>
        <translation>서로 같음</translation>
    </message>
    <message>
        <source>they differ most at {place}, {got:.4g} instead of {wanted:.4g}</source>
        <translation>가장 다른 곳은 {place}, {wanted:.4g} 대신 {got:.4g}</translation>
    </message>
    <message>
        <source>In the same memory: {names}. A write through one of them shows in all.</source>
        <translation>같은 메모리를 쓰는 이름: {names}. 하나를 통해 쓰면 모두에 나타납니다.</translation>
    </message>
    <message>
        <source>Close the value</source>
        <translation>값 닫기</translation>
    </message>
    <message>
        <source>Show no value beside the code any more.</source>
        <translation>코드 옆에 값을 더 보여 주지 않습니다.</translation>
    </message>
</context>
<context>
    <name>ValueTable</name>
    <message>
        <source>The place along the last axis, counted from 0</source>
        <translation>마지막 축에서의 위치, 0부터 셉니다</translation>
    </message>
    <message>
        <source>The place along the first axis, counted from 0</source>
        <translation>첫 번째 축에서의 위치, 0부터 셉니다</translation>
    </message>
</context>
<context>
    <name>ValuesChart</name>
    <message>
        <source>A dot a sample: its true value to the right, what the network said upwards. On the dashed line both are the same; the farther from it, the larger the error.</source>
        <translation>점 하나가 데이터 하나입니다. 가로축은 정답, 세로축은 신경망의 답입니다. 점선 위에서는 둘이 같고, 점선에서 멀수록 오차가 큽니다.</translation>
    </message>
    <message>
        <source>Values against the true ones</source>
        <translation>정답과 신경망의 답(값)</translation>
    </message>
    <message>
        <source>true value</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>said value</source>
        <translation>신경망의 답</translation>
    </message>
</context>
<context>
    <name>ValuesView</name>
    <message>
        <source>Target: {target}, off by {difference}</source>
        <translation>정답: {target}, 차이 {difference}</translation>
    </message>
    <message>
        <source>What the network answers, in the unit of the data.</source>
        <translation>신경망의 답을 데이터의 단위로 나타냅니다.</translation>
    </message>
    <message>
        <source>What it should be, and how much too large the answer is.</source>
        <translation>정답과, 답이 정답보다 얼마나 큰지 나타냅니다.</translation>
    </message>
</context>
<context>
    <name>VariableList</name>
    <message>
        <source>Watch {what}</source>
        <translation>조사식에 추가: {what}</translation>
    </message>
    <message>
        <source>Training runs. These are the numbers of iteration {iteration}, where it began.</source>
        <translation>학습 중입니다. 반복 {iteration} 시작 때의 수입니다.</translation>
    </message>
    <message>
        <source>Input and values</source>
        <translation>입력과 값</translation>
    </message>
    <message>
        <source>What goes in (x), the sums (a), what the activations make of them (z), y, and the loss L.</source>
        <translation>들어가는 입력(x), 가중합(a), 활성화 함수를 지난 값(z), y, 손실 L입니다.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>Weights W and biases b: what is learned.</source>
        <translation>가중치 W와 편향 b입니다. 학습으로 얻는 값입니다.</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>How much the loss grows with each number: dW1 is the gradient of the loss by W1.</source>
        <translation>각 수에 대해 손실이 얼마나 커지는지 나타냅니다. dW1은 W1에 대한 손실의 기울기입니다.</translation>
    </message>
    <message>
        <source>Memory of the optimizer</source>
        <translation>최적화 기법의 기억</translation>
    </message>
    <message>
        <source>What the optimizer remembers of earlier gradients, for each parameter.</source>
        <translation>최적화 기법이 매개변수마다 이전 기울기에서 기억해 둔 값입니다.</translation>
    </message>
    <message>
        <source>Steps inside layers</source>
        <translation>층 안의 단계</translation>
    </message>
    <message>
        <source>Intermediate results: a1.1 is the first step on the way to a1, before the bias is added.</source>
        <translation>중간 결과입니다. a1.1은 a1로 가는 첫 단계로, 편향을 더하기 전의 값입니다.</translation>
    </message>
    <message>
        <source>Nothing is being stepped through. Here every value of a pass stands with its numbers.</source>
        <translation>단계별로 보는 계산이 없습니다. 계산을 시작하면 모든 값이 숫자와 함께 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>Step through the next iteration</source>
        <translation>다음 반복을 단계별로 보기</translation>
    </message>
    <message>
        <source>Show the next iteration of training step by step. Nothing changes yet.</source>
        <translation>학습의 다음 반복을 단계별로 보여 줍니다. 아직 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>이름으로 찾기</translation>
    </message>
    <message>
        <source>Filter variables</source>
        <translation>변수 찾기</translation>
    </message>
    <message>
        <source>Show only the values whose names hold these letters, such as W1 or d.</source>
        <translation>이름에 이 글자가 든 값만 보여 줍니다. W1이나 d처럼 입력하세요.</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>변수</translation>
    </message>
    <message>
        <source>Enter goes to the step that made the chosen value.</source>
        <translation>Enter를 누르면 고른 값을 만든 단계로 갑니다.</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>The book&apos;s name. A bar and bold letters: the last move changed this value.</source>
        <translation>책의 이름입니다. 막대와 굵은 글자는 마지막으로 움직일 때 바뀐 값입니다.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>형상</translation>
    </message>
    <message>
        <source>Rows × columns; in a batch each sample is a row.</source>
        <translation>행 × 열입니다. 배치에서는 데이터 하나가 한 행입니다.</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>The smallest number.</source>
        <translation>가장 작은 수입니다.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>The mean of all numbers.</source>
        <translation>모든 수의 평균입니다.</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>The largest number.</source>
        <translation>가장 큰 수입니다.</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>분포</translation>
    </message>
    <message>
        <source>How many numbers there are of each size, from the smallest to the largest: orange below 0, blue above. If some are NaN or infinite, it says how many.</source>
        <translation>가장 작은 수부터 가장 큰 수까지, 크기마다 수가 몇 개인지 보여 줍니다. 주황은 음수, 파랑은 양수입니다. NaN이나 무한대가 있으면 그 개수를 알려 줍니다.</translation>
    </message>
</context>
<context>
    <name>VariableSidebar</name>
    <message>
        <source>Variables</source>
        <translation>변수</translation>
    </message>
    <message>
        <source>Every named value that is known where the debugger stands.</source>
        <translation>디버거가 있는 자리에서 알고 있는, 이름이 있는 모든 값입니다.</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>조사식</translation>
    </message>
    <message>
        <source>Numbers to keep an eye on, while stepping and while training.</source>
        <translation>단계별로 보거나 학습하는 동안 지켜볼 수입니다.</translation>
    </message>
    <message>
        <source>Your code, stepped last</source>
        <translation>내 코드 (마지막으로 따라간 것)</translation>
    </message>
    <message>
        <source>A pass of the network, stepped last</source>
        <translation>신경망의 계산 (마지막으로 따라간 것)</translation>
    </message>
    <message>
        <source>Variables, Calculate, Watches and Breakpoints show what you stepped last: a pass of the network, or your own code. A step in the other one brings that here.</source>
        <translation>변수, 계산, 조사식, 중단점은 마지막으로 따라간 것을 보여 줍니다. 신경망의 계산이거나 내 코드입니다. 다른 쪽에서 한 단계를 가면 그쪽이 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>Arithmetic on the numbers of the moment.</source>
        <translation>지금 보이는 수로 계산합니다.</translation>
    </message>
    <message>
        <source>Calculate</source>
        <translation>계산해 보기</translation>
    </message>
    <message>
        <source>Breakpoints</source>
        <translation>중단점</translation>
    </message>
    <message>
        <source>Where stepping and training stop, and why.</source>
        <translation>단계별 실행과 학습이 멈추는 자리와 그 까닭입니다.</translation>
    </message>
</context>
<context>
    <name>VariableValues</name>
    <message>
        <source>on the way forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>as the loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>on the way back</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>by the update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>Made by {layer} {phase}: {formula}</source>
        <translation>{layer} {phase}에서 계산: {formula}</translation>
    </message>
    <message>
        <source>Double click or Enter goes there.</source>
        <translation>두 번 누르거나 Enter를 누르면 그곳으로 갑니다.</translation>
    </message>
    <message>
        <source>It was given: no step of this pass made it.</source>
        <translation>주어진 값입니다. 이 계산에서 만들지 않았습니다.</translation>
    </message>
    <message>
        <source>Double click or Enter: the update before that made it, or its row of the data.</source>
        <translation>두 번 누르거나 Enter를 누르면, 이 값을 만든 앞 반복의 갱신이나 데이터의 행으로 갑니다.</translation>
    </message>
    <message>
        <source>The last move changed it.</source>
        <translation>마지막으로 움직일 때 바뀌었습니다.</translation>
    </message>
    <message>
        <source>{name}: this pass has not computed it yet.</source>
        <translation>{name}: 이 계산에서는 아직 구하지 않았습니다.</translation>
    </message>
    <message>
        <source>{name} = {number:.6g}</source>
        <translation>{name} = {number:.6g}</translation>
    </message>
    <message>
        <source>{name}, shape {shape}: from {low:.6g} to {high:.6g}, mean {mean:.6g}.</source>
        <translation>{name}, 형상 {shape}: {low:.6g}~{high:.6g}, 평균 {mean:.6g}.</translation>
    </message>
    <message>
        <source>{count:,} of its numbers are NaN or infinite; the figures are those of the others.</source>
        <translation>수 {count:,}개가 NaN 또는 무한대입니다. 통계는 나머지 수로 구했습니다.</translation>
    </message>
</context>
<context>
    <name>VariablesPanel</name>
    <message>
        <source>Variables</source>
        <translation>변수</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>The code is being checked…</source>
        <translation>코드를 검사하는 중…</translation>
    </message>
    <message>
        <source>{name} is not right yet.</source>
        <translation>{name}: 아직 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The code ran to its end. No class of the book was found in it; it can be stepped through.</source>
        <translation>코드가 끝까지 실행되었습니다. 책의 클래스로 알아볼 수 있는 것은 없지만 한 줄씩 따라갈 수 있습니다.</translation>
    </message>
    <message>
        <source>That was before the last change.</source>
        <translation>마지막으로 고치기 전의 결과입니다.</translation>
    </message>
    <message>
        <source>Not right yet either: {names}.</source>
        <translation>역시 맞지 않는 것: {names}.</translation>
    </message>
    <message>
        <source>So is everything else in this file.</source>
        <translation>이 파일의 나머지도 모두 맞습니다.</translation>
    </message>
    <message>
        <source>Not Python even by themselves: lines {lines}.</source>
        <translation>그 줄만 보아도 파이썬이 아닌 줄: {lines}.</translation>
    </message>
    <message>
        <source>Perhaps it was meant so. Where a block ends is guessed: read it before you apply it.</source>
        <translation>아마 이런 뜻이었을 것입니다. 블록이 어디서 끝나는지는 짐작한 것이니 적용하기 전에 읽어 보세요.</translation>
    </message>
    <message>
        <source>It is line {line}.</source>
        <translation>문제는 {line}행입니다.</translation>
    </message>
    <message>
        <source>Perhaps it is line {line}.</source>
        <translation>문제는 아마 {line}행입니다.</translation>
    </message>
    <message>
        <source>Besides, there is another mistake.</source>
        <translation>이 밖에 틀린 곳이 더 있습니다.</translation>
    </message>
    <message>
        <source>Line {line}:</source>
        <translation>{line}행:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>End the check; changes wait until you ask again.</source>
        <translation>검사를 끝냅니다. 다시 요청할 때까지 고친 내용을 검사하지 않습니다.</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>검사한 것</translation>
    </message>
    <message>
        <source>The class or function whose verdict is shown.</source>
        <translation>판정을 보여 주는 클래스나 함수입니다.</translation>
    </message>
    <message>
        <source>With numbers</source>
        <translation>숫자로</translation>
    </message>
    <message>
        <source>Where it differs, in numbers.</source>
        <translation>어디가 다른지 숫자로 보여 줍니다.</translation>
    </message>
    <message>
        <source>Which line?</source>
        <translation>어느 줄?</translation>
    </message>
    <message>
        <source>Show the line in the code.</source>
        <translation>코드에서 그 줄을 보여 줍니다.</translation>
    </message>
    <message>
        <source>How is it off?</source>
        <translation>어떻게 틀렸나요?</translation>
    </message>
    <message>
        <source>In what way the line is wrong.</source>
        <translation>그 줄이 어떻게 틀렸는지 알려 줍니다.</translation>
    </message>
    <message>
        <source>Show the change</source>
        <translation>고칠 내용 보기</translation>
    </message>
    <message>
        <source>The one change that puts it right.</source>
        <translation>이렇게 한 곳만 고치면 맞습니다.</translation>
    </message>
    <message>
        <source>Apply the change</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Edit the code; undo takes it back.</source>
        <translation>코드를 고칩니다. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>One predicts classes, the other numbers: their figures cannot be compared.</source>
        <translation>하나는 클래스를, 다른 하나는 수를 예측하므로 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>One of them was never measured: train for an epoch at least.</source>
        <translation>둘 가운데 하나는 측정한 적이 없습니다. 적어도 한 에폭을 학습하세요.</translation>
    </message>
    <message>
        <source>{one}: {here} at the end, {other}: {there}; the difference is {difference}.</source>
        <translation>{one}: 끝에 {here}, {other}: {there}. 차이는 {difference}입니다.</translation>
    </message>
    <message>
        <source>Whether that is more than the seed cannot be told from so few: do both again with five seeds.</source>
        <translation>시드가 너무 적어서 시드 때문인지 알 수 없습니다. 둘 다 다섯 시드로 다시 학습하세요.</translation>
    </message>
    <message>
        <source>That is more than the seed: dealt out by chance, the seeds are so far apart in {share} of all deals only.</source>
        <translation>시드만으로 설명되지 않는 차이입니다. 결과를 무작위로 나누었을 때 이만큼 벌어지는 경우는 {share}뿐입니다.</translation>
    </message>
    <message>
        <source>That may be the seed alone: dealt out by chance, they are so far apart in {share} of all deals.</source>
        <translation>시드 때문일 수 있는 차이입니다. 결과를 무작위로 나누어도 {share}의 경우에 이만큼 벌어집니다.</translation>
    </message>
    <message>
        <source>{points:.1f} percentage points</source>
        <translation>{points:.1f} 퍼센트포인트</translation>
    </message>
</context>
<context>
    <name>WalkBar</name>
    <message>
        <source>The code runs, recorded…</source>
        <translation>코드를 실행하며 기록하는 중…</translation>
    </message>
    <message>
        <source>Looking for a breakpoint whose condition holds: {number:,} of {count:,}…</source>
        <translation>조건이 맞는 중단점을 찾는 중: {count:,} 가운데 {number:,}…</translation>
    </message>
    <message>
        <source>At the end: all {count:,} lines have run.</source>
        <translation>끝입니다. {count:,}줄이 모두 실행되었습니다.</translation>
    </message>
    <message>
        <source>The loss is not that of the training: the code does not do the same twice.</source>
        <translation>손실이 학습 때와 다릅니다. 코드가 두 번 실행될 때 같은 일을 하지 않습니다.</translation>
    </message>
    <message>
        <source>Before line {line} of {function}</source>
        <translation>{function}, {line}행 앞</translation>
    </message>
    <message>
        <source>The recording is full: {count:,} lines of it have run, and there is no room for more.</source>
        <translation>기록이 가득 찼습니다. 여기까지 {count:,}줄이 실행되었고, 그 뒤는 기록할 자리가 없습니다.</translation>
    </message>
    <message>
        <source>Iteration {number:,}: {place}</source>
        <translation>반복 {number:,}: {place}</translation>
    </message>
    <message>
        <source>{place}, for the {round:,}. time</source>
        <translation>{place}, {round:,}번째</translation>
    </message>
    <message>
        <source>{place} · {number:,} of {count:,}</source>
        <translation>{place} · {number:,} / {count:,}</translation>
    </message>
    <message>
        <source>Place in the recording</source>
        <translation>기록에서의 위치</translation>
    </message>
    <message>
        <source>Drag through all that happened, forwards and back.</source>
        <translation>끌어서 일어난 일을 앞뒤로 훑어봅니다.</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Show the computational graph of the function that is stepped through.</source>
        <translation>지금 따라가고 있는 함수의 계산 그래프를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Call…</source>
        <translation>호출…</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>The lines that let your class do something, to be edited.</source>
        <translation>클래스를 움직이는 줄들입니다. 고칠 수 있습니다.</translation>
    </message>
    <message>
        <source>Go on to the next line with a breakpoint, or to the end (F5 in the code).</source>
        <translation>중단점이 있는 다음 줄까지, 또는 끝까지 갑니다(코드에서 F5).</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Stop stepping</source>
        <translation>한 줄씩 실행 끝내기</translation>
    </message>
    <message>
        <source>Leave the recording; end a search for a breakpoint.</source>
        <translation>기록에서 나갑니다. 중단점을 찾는 중이면 찾기를 그만둡니다.</translation>
    </message>
</context>
<context>
    <name>WatchEditing</name>
    <message>
        <source>Add watch</source>
        <translation>조사식 추가</translation>
    </message>
    <message>
        <source>Change watch</source>
        <translation>조사식 변경</translation>
    </message>
    <message>
        <source>Remove watch</source>
        <translation>조사식 제거</translation>
    </message>
    <message>
        <source>Move watch</source>
        <translation>조사식 이동</translation>
    </message>
</context>
<context>
    <name>WatchList</name>
    <message>
        <source>New watch</source>
        <translation>새 조사식</translation>
    </message>
    <message>
        <source>Watch: a1, W1[0, 3], max(abs(dW1))</source>
        <translation>조사식: a1, W1[0, 3], max(abs(dW1))</translation>
    </message>
    <message>
        <source>Their past is read: {share:.0%}</source>
        <translation>과거의 값을 읽는 중: {share:.0%}</translation>
    </message>
    <message>
        <source>Type what to watch and press Enter: a value by its name (a1), one of its numbers, counted from 0 (W1[0, 3]), or an expression of them (max(abs(dW1)), norm(dW1) / norm(W1)). To one number lead {all} and others; dead(z1) is the share of neurons that are 0 for every sample; nan(W1) counts what is NaN or infinite.</source>
        <translation>지켜볼 것을 쓰고 Enter를 누르세요: 값의 이름(a1), 0부터 세는 원소 하나(W1[0, 3]), 또는 식(max(abs(dW1)), norm(dW1) / norm(W1)). 수 하나로 만드는 함수에는 {all} 등이 있습니다. dead(z1)은 모든 데이터에서 0인 뉴런의 비율, nan(W1)은 NaN이나 무한대의 개수입니다.</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>조사식</translation>
    </message>
    <message>
        <source>F2 edits, Delete removes, Ctrl+Up and Ctrl+Down move a watch.</source>
        <translation>F2로 고치고, Delete로 제거하고, Ctrl+Up과 Ctrl+Down으로 조사식을 옮깁니다.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>조사식</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>What is watched.</source>
        <translation>지켜보는 것입니다.</translation>
    </message>
    <message>
        <source>What it says where the debugger stands, or where training has come to; of an array its ends.</source>
        <translation>디버거가 있는 자리나 학습이 이른 자리에서의 값입니다. 배열은 양 끝만 보여 줍니다.</translation>
    </message>
    <message>
        <source>Blue: over the iterations of training, also those before the watch was entered; a click looks at that moment. Orange: over the steps of the pass.</source>
        <translation>파란색: 학습의 반복에 따라, 조사식을 넣기 전의 반복도 포함합니다. 누르면 그 순간을 봅니다. 주황색: 한 번 지나가는 동안의 단계에 따라.</translation>
    </message>
    <message>
        <source>Draw beside the loss</source>
        <translation>손실 옆에 그리기</translation>
    </message>
    <message>
        <source>In Curves, at every iteration of the past</source>
        <translation>곡선 패널에, 과거의 모든 반복에 걸쳐</translation>
    </message>
    <message>
        <source>Read no further</source>
        <translation>그만 읽기</translation>
    </message>
    <message>
        <source>What was read of the past stays.</source>
        <translation>이미 읽은 과거의 값은 남습니다.</translation>
    </message>
    <message>
        <source>Move the watch up (Ctrl+Up)</source>
        <translation>조사식을 위로 옮깁니다 (Ctrl+Up)</translation>
    </message>
    <message>
        <source>Move the watch down (Ctrl+Down)</source>
        <translation>조사식을 아래로 옮깁니다 (Ctrl+Down)</translation>
    </message>
    <message>
        <source>Remove the watch (Delete)</source>
        <translation>조사식을 제거합니다 (Delete)</translation>
    </message>
</context>
<context>
    <name>WatchWords</name>
    <message>
        <source>not in this network</source>
        <translation>이 신경망에 없음</translation>
    </message>
    <message>
        <source>not in this function</source>
        <translation>이 함수에 없음</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>Blue: at the end of each earlier call of the function, the first to the last one.</source>
        <translation>파란색: 이 함수를 앞서 호출한 때마다 끝났을 때의 값입니다. 첫 호출부터 차례로 있습니다.</translation>
    </message>
    <message>
        <source>Blue: read {count:,} times in iterations {first:,} to {last:,}. Each is what the pass of that iteration gives before its update. While training runs, it is read about five times a second; drawn beside the loss, in every iteration.</source>
        <translation>파랑: 반복 {first:,}~{last:,}에서 {count:,}번 읽었습니다. 각 점은 그 반복에서 갱신하기 전에 계산한 값입니다. 학습하는 동안 1초에 다섯 번쯤 읽고, 손실 옆에 그리면 모든 반복에서 읽습니다.</translation>
    </message>
    <message>
        <source>Orange: how it changed within the call that is looked at, up to this line.</source>
        <translation>주황색: 보고 있는 호출 안에서 이 줄까지 어떻게 변했는지 나타냅니다.</translation>
    </message>
    <message>
        <source>Orange: how it changed within the pass that is stepped through, up to this step.</source>
        <translation>주황: 단계별로 보는 계산 안에서 이 단계까지 어떻게 변했는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Line: the mean of its numbers. Band: from the smallest to the largest.</source>
        <translation>선: 모든 수의 평균. 띠: 가장 작은 수부터 가장 큰 수까지입니다.</translation>
    </message>
    <message>
        <source>F2 edits, Delete removes, Ctrl+Up and Ctrl+Down move it.</source>
        <translation>F2로 고치고, Delete로 제거하고, Ctrl+Up과 Ctrl+Down으로 옮깁니다.</translation>
    </message>
</context>
<context>
    <name>WayCheck</name>
    <message>
        <source>This was trained elsewhere ({differences}): moments that are found again may differ in their digits. The kept ones are being compared.</source>
        <translation>다른 환경에서 학습한 것입니다({differences}). 다시 계산한 순간은 끝자리가 다를 수 있습니다. 저장된 순간과 비교하는 중입니다.</translation>
    </message>
    <message>
        <source>Training comes to the same bits here at all {count:,} kept moments.</source>
        <translation>저장된 순간 {count:,}개 모두에서 여기서도 비트까지 같은 값이 나옵니다.</translation>
    </message>
    <message>
        <source>Training again from iteration {since:,} does not come to the bits that were kept of iteration {iteration:,}: parameters differ by up to {largest:.2g}. Kept moments are exact, others are not.</source>
        <translation>반복 {since:,}번째부터 다시 학습하면 저장된 반복 {iteration:,}번째와 비트가 다릅니다. 매개변수 차이는 최대 {largest:.2g}입니다. 저장된 순간은 정확하고 그 사이는 정확하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>WeightEditing</name>
    <message>
        <source>Training was paused for this change; Train goes on.</source>
        <translation>변경하려고 학습을 일시 정지했습니다. ‘학습’을 누르면 이어집니다.</translation>
    </message>
    <message>
        <source>Paste {place}</source>
        <translation>{place}에 붙여넣기</translation>
    </message>
    <message>
        <source>Change {place}</source>
        <translation>{place} 변경</translation>
    </message>
    <message>
        <source>Switch off {neuron}</source>
        <translation>{neuron} 끄기</translation>
    </message>
    <message>
        <source>Initialise all weights</source>
        <translation>모든 가중치 초기화</translation>
    </message>
    <message>
        <source>Initialise weights of a layer</source>
        <translation>한 층의 가중치 초기화</translation>
    </message>
    <message>
        <source>Set {place} to {value}</source>
        <translation>{place} = {value}</translation>
    </message>
    <message>
        <source>Multiply {place} by {factor}</source>
        <translation>{place}에 {factor} 곱하기</translation>
    </message>
    <message>
        <source>Add {amount} to {place}</source>
        <translation>{place}에 {amount} 더하기</translation>
    </message>
    <message>
        <source>Randomise {place}</source>
        <translation>{place} 난수로 바꾸기</translation>
    </message>
    <message>
        <source>Add noise to {place}</source>
        <translation>{place}에 잡음 더하기</translation>
    </message>
    <message>
        <source>Prune {percent}% of {place}</source>
        <translation>{place}의 {percent}% 가지치기</translation>
    </message>
    <message>
        <source>Quantise {place} to {bits} bits</source>
        <translation>{place} {bits}비트 양자화</translation>
    </message>
</context>
<context>
    <name>WeightOperations</name>
    <message>
        <source>Initialise: {how}</source>
        <translation>초기화: {how}</translation>
    </message>
    <message>
        <source>Draws the initial weights anew; biases become 0. The same seed draws the same numbers.</source>
        <translation>가중치 초깃값을 새로 정하고 편향을 0으로 되돌립니다. 시드가 같으면 값도 같습니다.</translation>
    </message>
    <message>
        <source>Set to</source>
        <translation>값 지정</translation>
    </message>
    <message>
        <source>Give every number the same value.</source>
        <translation>모든 수를 같은 값으로 만듭니다.</translation>
    </message>
    <message>
        <source>Multiply by</source>
        <translation>곱하기</translation>
    </message>
    <message>
        <source>Make every number larger or smaller; -1 turns its sign.</source>
        <translation>모든 수를 크거나 작게 만듭니다. -1을 곱하면 부호가 바뀝니다.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>더하기</translation>
    </message>
    <message>
        <source>Shift every number by the same amount.</source>
        <translation>모든 수에 같은 값을 더합니다.</translation>
    </message>
    <message>
        <source>Randomise, spread</source>
        <translation>난수 (표준편차)</translation>
    </message>
    <message>
        <source>Draw every number anew from a normal distribution around 0 with this standard deviation.</source>
        <translation>모든 수를 평균이 0이고 표준편차가 이 값인 정규분포에서 새로 뽑습니다.</translation>
    </message>
    <message>
        <source>Add noise, spread</source>
        <translation>잡음 (표준편차)</translation>
    </message>
    <message>
        <source>Disturb every number a little, by a normal distribution with this standard deviation: how much does the network bear?</source>
        <translation>모든 수를 이 표준편차의 정규분포로 조금씩 흐트러뜨립니다. 신경망은 얼마나 견딜까요?</translation>
    </message>
    <message>
        <source>Prune the smallest %</source>
        <translation>가지치기 (%)</translation>
    </message>
    <message>
        <source>Set the smallest weights to 0, by size without sign: how many does the network need?</source>
        <translation>부호를 뗀 크기가 가장 작은 가중치부터 0으로 만듭니다. 신경망에는 몇 개나 필요할까요?</translation>
    </message>
    <message>
        <source>Quantise to bits</source>
        <translation>양자화 (비트)</translation>
    </message>
    <message>
        <source>Round every number to one of few, evenly spaced: n bits tell 2ⁿ - 1 numbers apart. Small chips do so.</source>
        <translation>모든 수를 고르게 늘어선 몇 개의 값으로 반올림합니다. n비트로는 2ⁿ - 1개의 값을 구별합니다. 작은 칩에서 쓰는 방법입니다.</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>끄기</translation>
    </message>
    <message>
        <source>Nothing listens to the selected neurons any more: the weights that lead on from them become 0. Select columns for neurons, whole rows for what they listen to.</source>
        <translation>고른 뉴런의 출력을 아무 데서도 쓰지 않게 합니다. 거기서 나가는 가중치가 0이 됩니다. 뉴런은 열로, 그 입력은 행 전체로 고르세요.</translation>
    </message>
    <message>
        <source>selected numbers</source>
        <translation>고른 숫자</translation>
    </message>
    <message>
        <source>Those that are selected in the table.</source>
        <translation>표에서 고른 숫자들입니다.</translation>
    </message>
    <message>
        <source>this layer</source>
        <translation>이 층</translation>
    </message>
    <message>
        <source>All of W of the layer that is shown; its bias is left alone.</source>
        <translation>지금 보이는 층의 W 전체입니다. 편향은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>모든 층</translation>
    </message>
    <message>
        <source>W of every layer, each by itself; biases are left alone.</source>
        <translation>모든 층의 W를 층마다 따로 다룹니다. 편향은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>selected neurons</source>
        <translation>고른 뉴런</translation>
    </message>
    <message>
        <source>The neurons whose columns are selected, or the inputs of whole rows.</source>
        <translation>열을 고른 뉴런이나 행 전체를 고른 입력입니다.</translation>
    </message>
</context>
<context>
    <name>WeightOrders</name>
    <message>
        <source>No numbers are selected: select some in the table, or choose “this layer”.</source>
        <translation>고른 숫자가 없습니다. 표에서 고르거나 ‘이 층’을 고르세요.</translation>
    </message>
    <message>
        <source>No neuron is selected: select a cell or a column in the table first.</source>
        <translation>고른 뉴런이 없습니다. 먼저 표에서 칸이나 열을 고르세요.</translation>
    </message>
    <message>
        <source>This network has no weights that could be switched off.</source>
        <translation>이 신경망에는 끌 수 있는 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>This layer has no W to draw: choose a layer with W, or “all layers”.</source>
        <translation>이 층에는 초기화할 W가 없습니다. W가 있는 층이나 ‘모든 층’을 고르세요.</translation>
    </message>
</context>
<context>
    <name>WeightPages</name>
    <message>
        <source>Only the first layer looks at pixels: choose W1 to see each of its neurons as a picture.</source>
        <translation>픽셀을 보는 것은 첫째 층뿐입니다. W1을 고르면 뉴런마다 그림으로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The inputs of this network are no picture: there is nothing to be drawn.</source>
        <translation>이 신경망의 입력은 그림이 아니어서 그릴 것이 없습니다.</translation>
    </message>
    <message>
        <source>{name}[{filter}] as it was when training began; behind it as it is now, in the same colours.</source>
        <translation>{name}[{filter}]: 학습을 시작할 때의 모습입니다. 바로 뒤에 지금의 모습이 같은 색 눈금으로 있습니다.</translation>
    </message>
    <message>
        <source>{name}[{filter}]: a filter over red, green and blue. Grey is 0, a colour what it answers to; all share one scale.</source>
        <translation>{name}[{filter}]: 빨강, 초록, 파랑을 보는 필터입니다. 회색은 0이고 색은 반응하는 색입니다. 모두 같은 눈금을 씁니다.</translation>
    </message>
    <message>
        <source>{name}[{filter}]: a filter, or one channel of it. All share one scale of colours.</source>
        <translation>{name}[{filter}]: 필터 또는 그 채널 하나입니다. 모두 같은 색 눈금을 씁니다.</translation>
    </message>
    <message>
        <source>{name}[{filter}]: a filter, its channels below each other. All share one scale of colours.</source>
        <translation>{name}[{filter}]: 필터 하나이고 채널은 위아래로 있습니다. 색의 눈금은 모두 같습니다.</translation>
    </message>
    <message>
        <source>{name}[{column}]: the weights by which this neuron looks at each pixel. Blue pixels speak for it, orange ones against it.</source>
        <translation>{name}[{column}]: 이 뉴런이 픽셀마다 두는 가중치입니다. 파란 픽셀은 값을 키우고 주황 픽셀은 값을 줄입니다.</translation>
    </message>
    <message>
        <source>Table of weights</source>
        <translation>가중치 표</translation>
    </message>
    <message>
        <source>Type to change a number; Ctrl with the wheel or a drag, or Alt with up and down, changes it in small steps, with Shift in smaller ones. Ctrl+C and Ctrl+V exchange numbers with a spreadsheet.</source>
        <translation>입력하면 수가 바뀝니다. Ctrl과 휠이나 끌기, 또는 Alt와 위아래 키로 조금씩 바꾸고, Shift를 더하면 더 조금씩 바뀝니다. Ctrl+C와 Ctrl+V로 스프레드시트와 주고받습니다.</translation>
    </message>
    <message>
        <source>Histograms of all layers</source>
        <translation>모든 층의 히스토그램</translation>
    </message>
    <message>
        <source>How many numbers there are of each size, now and when training began.</source>
        <translation>지금과 학습을 시작할 때, 크기마다 수가 몇 개인지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Weights as pictures</source>
        <translation>가중치를 그림으로</translation>
    </message>
    <message>
        <source>The weights of each neuron of the first layer as a picture of what it looks for.</source>
        <translation>첫째 층의 뉴런이 무엇을 찾는지 그 가중치를 그림으로 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>WeightQuantities</name>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>The numbers that the network has learned: W and b, which can be edited.</source>
        <translation>신경망이 학습한 수입니다. W와 b이며 직접 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Each number minus its partner in the network that this one is compared with: blue is larger here.</source>
        <translation>각 수에서, 비교하는 신경망의 같은 자리 수를 뺀 값입니다. 파란색이면 이쪽이 더 큽니다.</translation>
    </message>
    <message>
        <source>There is nobody to compare with who has the same layers.</source>
        <translation>층이 같은 비교 대상이 없습니다.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>What training and edits have added since training began: W now minus W then.</source>
        <translation>학습을 시작한 뒤 학습과 변경으로 더해진 값입니다. 지금의 W에서 처음의 W를 뺀 값입니다.</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>How the loss of the next mini-batch changes with each number: dW and db. Training goes against it.</source>
        <translation>수마다 다음 미니배치의 손실이 얼마나 변하는지를 나타내는 dW와 db입니다. 학습은 그 반대 방향으로 갑니다.</translation>
    </message>
    <message>
        <source>Memory {slot}</source>
        <translation>기억 {slot}</translation>
    </message>
    <message>
        <source>What {optimizer} remembers for each number in {slot}, as of the last pause; it decides how far the next update goes.</source>
        <translation>{optimizer}: 최적화 기법이 수마다 {slot}에 기억해 둔 값입니다. 마지막으로 멈췄을 때의 값이며, 다음 갱신의 폭을 정합니다.</translation>
    </message>
    <message>
        <source>There is no gradient yet: the data are still being loaded, or the network does not fit.</source>
        <translation>아직 기울기가 없습니다. 데이터를 읽는 중이거나 신경망에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>There is no change to show: training of this network has not begun.</source>
        <translation>보여 줄 변화가 없습니다. 아직 이 신경망을 학습하지 않았습니다.</translation>
    </message>
    <message>
        <source>The optimizer remembers nothing yet: train one iteration first.</source>
        <translation>최적화 기법이 아직 기억하는 것이 없습니다. 먼저 1회 반복 학습하세요.</translation>
    </message>
</context>
<context>
    <name>WeightTable</name>
    <message>
        <source>Select one cell of a matrix or a vector to see its history.</source>
        <translation>변화를 보려면 행렬이나 벡터의 칸 하나를 고르세요.</translation>
    </message>
    <message>
        <source>Select one cell of a matrix or a vector to watch its number.</source>
        <translation>수를 지켜보려면 행렬이나 벡터의 칸 하나를 고르세요.</translation>
    </message>
    <message>
        <source>Select one cell of a matrix or a vector to see where it comes from.</source>
        <translation>어디에서 왔는지 보려면 행렬이나 벡터의 칸 하나를 고르세요.</translation>
    </message>
    <message>
        <source>History of this number…</source>
        <translation>이 수가 변해 온 과정…</translation>
    </message>
    <message>
        <source>Watch this number</source>
        <translation>이 수 지켜보기</translation>
    </message>
    <message>
        <source>Where does this number come from?</source>
        <translation>이 수는 어디에서 왔을까?</translation>
    </message>
    <message>
        <source>Switch the neuron off</source>
        <translation>이 뉴런 끄기</translation>
    </message>
    <message>
        <source>Show in the network</source>
        <translation>신경망에서 보기</translation>
    </message>
    <message>
        <source>Select numbers to edit them: type, or turn the wheel with Ctrl.</source>
        <translation>숫자를 골라 바꾸세요. 입력하거나 Ctrl을 누른 채 휠을 돌립니다.</translation>
    </message>
    <message>
        <source>{count:,} numbers: mean {mean:.4g}, std {std:.4g}, from {least:.4g} to {most:.4g}</source>
        <translation>수 {count:,}개: 평균 {mean:.4g}, 표준편차 {std:.4g}, {least:.4g}~{most:.4g}</translation>
    </message>
    <message>
        <source>weight from {source}[{row}] to {result}[{column}]</source>
        <translation>{source}[{row}]에서 {result}[{column}]까지의 가중치</translation>
    </message>
    <message>
        <source>bias of {result}[{column}]</source>
        <translation>{result}[{column}]의 편향</translation>
    </message>
    <message>
        <source>parameter of {result}[{column}]</source>
        <translation>{result}[{column}]의 매개변수</translation>
    </message>
</context>
<context>
    <name>WeightTools</name>
    <message>
        <source>What it is done to.</source>
        <translation>연산을 적용할 대상입니다.</translation>
    </message>
    <message>
        <source>What is done to the numbers. Undo takes it back.</source>
        <translation>숫자에 적용할 연산입니다. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>연산</translation>
    </message>
    <message>
        <source>Done to</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>The number for it; a decimal point or a decimal comma.</source>
        <translation>연산에 쓰는 수입니다. 소수점은 마침표나 쉼표로 씁니다.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Which random numbers: the same seed draws the same ones.</source>
        <translation>어떤 난수를 쓸지 정합니다. 시드가 같으면 난수도 같습니다.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Do it, as one step to undo. The line at the bottom of the window shows what came of it.</source>
        <translation>적용합니다. 한 번에 실행 취소할 수 있습니다. 결과는 창 아래쪽 줄에 나옵니다.</translation>
    </message>
</context>
<context>
    <name>WeightView</name>
    <message>
        <source>This network has no weights: add an Affine layer to it.</source>
        <translation>이 신경망에는 가중치가 없습니다. Affine 계층을 더하세요.</translation>
    </message>
    <message>
        <source>Two pictures a filter: on the left as training began, on the right as it is.</source>
        <translation>필터마다 그림이 둘입니다. 왼쪽은 학습을 시작할 때, 오른쪽은 지금입니다.</translation>
    </message>
    <message>
        <source>Which numbers of the layer are shown.</source>
        <translation>층의 어떤 수를 보여 줄지 정합니다.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>The layer whose numbers are shown.</source>
        <translation>수를 보여 줄 층입니다.</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>보여 줄 값</translation>
    </message>
    <message>
        <source>In the network</source>
        <translation>신경망에서</translation>
    </message>
    <message>
        <source>Show the selected neuron in the network.</source>
        <translation>고른 뉴런을 신경망에서 보여 줍니다.</translation>
    </message>
    <message>
        <source>Blue numbers are above 0, orange ones below. The full colour begins at the numbers beside it.</source>
        <translation>파랑은 양수, 주황은 음수입니다. 가장 짙은 색은 옆에 적힌 값부터입니다.</translation>
    </message>
    <message>
        <source>What is selected, exact to the last digit.</source>
        <translation>고른 것을 끝자리까지 정확히 보여 줍니다.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>The layer as a table: rows are what comes in, columns are its neurons.</source>
        <translation>층을 표로 보여 줍니다. 행은 들어오는 입력, 열은 그 층의 뉴런입니다.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>The same table without numbers: large weights and patterns at a glance.</source>
        <translation>같은 표를 숫자 없이 보여 줍니다. 큰 가중치와 무늬가 한눈에 보입니다.</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>히스토그램</translation>
    </message>
    <message>
        <source>How often numbers of each size occur in every layer, now and at the start.</source>
        <translation>지금과 처음, 층마다 어떤 크기의 수가 얼마나 있는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>What each neuron of the first layer looks for: its weights as a picture.</source>
        <translation>첫째 층의 뉴런마다 무엇을 찾는지 그 가중치를 그림으로 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>WeightsPanel</name>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
</context>
<context>
    <name>WhatDiffers</name>
    <message>
        <source>The data are still being loaded.</source>
        <translation>데이터를 불러오는 중입니다.</translation>
    </message>
    <message>
        <source>What differs: single values of settings, such as optimizer=SGD,Adam lr=0.01,0.1</source>
        <translation>무엇이 다른지: optimizer=SGD,Adam lr=0.01,0.1처럼 설정의 값을 늘어놓습니다</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>서로 다른 설정</translation>
    </message>
</context>
<context>
    <name>WhatIfDialog</name>
    <message>
        <source>Without the change after iteration {iteration}: {change}</source>
        <translation>{iteration}번째 반복 뒤에 바꾸지 않았다면: {change}</translation>
    </message>
    <message>
        <source>As if you had not made this change: the iteration is that of the change.</source>
        <translation>이렇게 바꾸지 않은 것처럼 합니다. 시작은 바꾼 그 반복입니다.</translation>
    </message>
    <message>
        <source>Activation {layer}</source>
        <translation>활성화 함수 {layer}</translation>
    </message>
    <message>
        <source>What each number of this layer goes through.</source>
        <translation>이 계층의 수 하나하나가 지나가는 함수입니다.</translation>
    </message>
    <message>
        <source>would have been</source>
        <translation>이랬다면</translation>
    </message>
    <message>
        <source>It was: {value}.</source>
        <translation>실제 값: {value}.</translation>
    </message>
    <message>
        <source>The branch is trained up to iteration {goal}, where the run stands, and drawn beside it.</source>
        <translation>분기는 지금 학습이 서 있는 {goal}번째 반복까지 학습하고, 곡선을 나란히 그립니다.</translation>
    </message>
    <message>
        <source>What would have been</source>
        <translation>이랬다면 어땠을까</translation>
    </message>
    <message>
        <source>What would have been?</source>
        <translation>이랬다면 어땠을까요?</translation>
    </message>
    <message>
        <source>Choose from when on, and what would have been otherwise. The run as it was stays among the runs.</source>
        <translation>언제부터 무엇이 달랐을지 고르세요. 원래 학습은 학습 목록에 남습니다.</translation>
    </message>
    <message>
        <source>From iteration</source>
        <translation>시작 반복</translation>
    </message>
    <message>
        <source>After so many updates, to the bit.</source>
        <translation>갱신을 이만큼 한 바로 그 순간부터입니다.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>무엇이</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Begin this branch and train it to where the run stands.</source>
        <translation>이 분기를 시작해, 지금 학습이 서 있는 곳까지 학습합니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Finding the exact moment</source>
        <translation>정확한 순간을 찾는 중</translation>
    </message>
</context>
<context>
    <name>WindowView</name>
    <message>
        <source>Matrices</source>
        <translation>행렬</translation>
    </message>
    <message>
        <source>Show the arrays of this step, number by number.</source>
        <translation>이 단계의 배열을 숫자 하나씩 보여 줍니다.</translation>
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
        <source>Your own activation</source>
        <translation>직접 만든 활성화 함수</translation>
    </message>
    <message>
        <source>An activation function that you wrote yourself, in My code.</source>
        <translation>‘내 코드’에서 직접 작성한 활성화 함수입니다.</translation>
    </message>
    <message>
        <source>Your own layer</source>
        <translation>직접 만든 계층</translation>
    </message>
    <message>
        <source>A layer that you wrote yourself, in My code; it gives as many numbers as it gets.</source>
        <translation>‘내 코드’에서 직접 작성한 계층입니다. 받은 수만큼의 값을 내보냅니다.</translation>
    </message>
    <message>
        <source>Your own layer with neurons</source>
        <translation>직접 만든 계층(뉴런 있음)</translation>
    </message>
    <message>
        <source>A layer with weights W and biases b that you wrote yourself, in My code.</source>
        <translation>‘내 코드’에서 직접 작성한, 가중치 W와 편향 b가 있는 계층입니다.</translation>
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
        <translation>그림을 한 줄의 수로 펼칩니다.</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>합성곱</translation>
    </message>
    <message>
        <source>Moves small filters across a picture: at each place a weighted sum of what the filter meets.</source>
        <translation>작은 필터를 그림 위에서 옮겨 가며 자리마다 필터가 만나는 값의 가중합을 구합니다.</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>풀링</translation>
    </message>
    <message>
        <source>Makes pictures smaller: of each small window the largest number, or the mean.</source>
        <translation>그림을 작게 만듭니다. 작은 윈도우마다 최댓값이나 평균만 남깁니다.</translation>
    </message>
    <message>
        <source>Global average pooling</source>
        <translation>전역 평균 풀링</translation>
    </message>
    <message>
        <source>Of each channel of a picture the mean of all its pixels: a row of numbers.</source>
        <translation>그림의 채널마다 모든 픽셀의 평균을 구해 한 줄의 수로 만듭니다.</translation>
    </message>
    <message>
        <source>0 or 1, nothing between.</source>
        <translation>0 또는 1이고 그 사이는 없습니다.</translation>
    </message>
    <message>
        <source>The perceptron&apos;s own function: it shows what a single neuron decides, and makes logic gates of weights that are set by hand.</source>
        <translation>퍼셉트론의 함수입니다. 뉴런 하나가 무엇을 결정하는지 보여 주고, 손으로 정한 가중치로 논리 게이트를 만듭니다.</translation>
    </message>
    <message>
        <source>Its slope is 0 everywhere, so no gradient comes back through it and no weight in front of it ever changes: steps cannot be trained.</source>
        <translation>미분이 어디서나 0이라 기울기가 거꾸로 지나가지 못하고, 그 앞의 가중치는 바뀌지 않습니다. 계단 함수로는 학습할 수 없습니다.</translation>
    </message>
    <message>
        <source>Between 0 and 1.</source>
        <translation>0과 1 사이입니다.</translation>
    </message>
    <message>
        <source>In the book&apos;s first networks, and where a yes or no is wanted. Start with Xavier weights.</source>
        <translation>책의 첫 신경망들과, 예/아니요를 답하는 출력에 씁니다. Xavier 초깃값으로 시작하세요.</translation>
    </message>
    <message>
        <source>Far from 0 it is flat, and its slope is at most 0.25: each layer passes on a quarter of the gradient or less, which vanishes in deep networks. Its outputs are never negative.</source>
        <translation>0에서 멀어지면 평평하고 미분은 커야 0.25입니다. 층을 지날 때마다 기울기가 4분의 1 이하로 줄어 깊은 신경망에서는 사라집니다. 출력이 음수가 되지 않습니다.</translation>
    </message>
    <message>
        <source>0 and above.</source>
        <translation>0 이상입니다.</translation>
    </message>
    <message>
        <source>The usual choice for hidden layers: quick, and above 0 the gradient comes through whole. Start with He weights.</source>
        <translation>은닉층에 가장 흔히 씁니다. 빠르고, 0보다 크면 기울기가 그대로 지나갑니다. He 초깃값으로 시작하세요.</translation>
    </message>
    <message>
        <source>A neuron whose sum is negative for every sample gives 0, gets no gradient and cannot recover: it is dead. Too large a learning rate kills many.</source>
        <translation>모든 데이터에서 가중합이 음수인 뉴런은 0만 내고 기울기도 받지 못해 되살아나지 못합니다. 죽은 뉴런입니다. 학습률이 너무 크면 많은 뉴런이 죽습니다.</translation>
    </message>
    <message>
        <source>All numbers.</source>
        <translation>모든 수입니다.</translation>
    </message>
    <message>
        <source>At the output, where numbers are to be predicted.</source>
        <translation>수를 예측하는 출력층에 씁니다.</translation>
    </message>
    <message>
        <source>Between two Affine layers it adds nothing: however many there are, they compute no more than a single one.</source>
        <translation>두 Affine 계층 사이에서는 아무 도움이 되지 않습니다. 층을 아무리 쌓아도 한 층과 같은 계산입니다.</translation>
    </message>
    <message>
        <source>Between -1 and 1.</source>
        <translation>-1과 1 사이입니다.</translation>
    </message>
    <message>
        <source>Like the sigmoid, but around 0, which makes learning easier: hidden layers of small networks. Start with Xavier weights.</source>
        <translation>시그모이드와 비슷하지만 0을 중심으로 하여 학습이 쉽습니다. 작은 신경망의 은닉층에 씁니다. Xavier 초깃값으로 시작하세요.</translation>
    </message>
    <message>
        <source>Far from 0 it is flat: there the gradient vanishes. Its slope is 1 only at 0 itself.</source>
        <translation>0에서 멀어지면 평평해서 기울기가 사라집니다. 미분이 1인 곳은 0뿐입니다.</translation>
    </message>
    <message>
        <source>In place of ReLU when many neurons die: the small slope below 0 lets some gradient through.</source>
        <translation>많은 뉴런이 죽을 때 ReLU 대신 씁니다. 0 아래의 작은 기울기 덕분에 역전파의 기울기가 조금은 지나갑니다.</translation>
    </message>
    <message>
        <source>The slope is one more number to choose. At 1 it is the identity, and the network is no better than a single layer.</source>
        <translation>음수 기울기라는 값을 하나 더 정해야 합니다. 1이면 항등 함수가 되어 한 층과 다를 바 없습니다.</translation>
    </message>
    <message>
        <source>Above -alpha.</source>
        <translation>-알파보다 큽니다.</translation>
    </message>
    <message>
        <source>In place of ReLU when the outputs should lie around 0: below 0 it bends smoothly towards -alpha.</source>
        <translation>출력이 0 근처에 모이게 하고 싶을 때 ReLU 대신 씁니다. 0 아래에서 -알파 쪽으로 매끄럽게 휩니다.</translation>
    </message>
    <message>
        <source>Far below 0 it is flat, so neurons can still stop learning; and it takes longer to compute than ReLU.</source>
        <translation>0보다 훨씬 작으면 평평해서 뉴런이 배우지 않게 될 수 있고, ReLU보다 계산이 오래 걸립니다.</translation>
    </message>
    <message>
        <source>Above 0.</source>
        <translation>0보다 큽니다.</translation>
    </message>
    <message>
        <source>Where an output must be positive, or a ReLU without a corner is wanted.</source>
        <translation>출력이 양수여야 하거나 모서리 없는 ReLU가 필요할 때 씁니다.</translation>
    </message>
    <message>
        <source>Its outputs are never negative, below 0 the gradient fades, and it takes longer to compute than ReLU, which usually learns as well.</source>
        <translation>출력이 음수가 되지 않고, 0 아래에서는 기울기가 사라지며, ReLU보다 계산이 오래 걸립니다. 성능은 대개 ReLU와 비슷합니다.</translation>
    </message>
    <message>
        <source>Above about -0.17.</source>
        <translation>약 -0.17보다 큽니다.</translation>
    </message>
    <message>
        <source>In large language models such as BERT and GPT: a ReLU that is smooth everywhere.</source>
        <translation>BERT나 GPT 같은 대규모 언어 모델에 씁니다. 어디서나 매끄러운 ReLU입니다.</translation>
    </message>
    <message>
        <source>It falls before it rises, far below 0 its slope is nearly 0, and it takes longer to compute than ReLU.</source>
        <translation>오르기 전에 한 번 내려가고, 0보다 훨씬 작으면 미분이 거의 0이며, ReLU보다 계산이 오래 걸립니다.</translation>
    </message>
    <message>
        <source>Above about -0.28.</source>
        <translation>약 -0.28보다 큽니다.</translation>
    </message>
    <message>
        <source>In deep networks in place of ReLU: smooth everywhere. It is also called SiLU.</source>
        <translation>깊은 신경망에서 ReLU 대신 씁니다. 어디서나 매끄럽습니다. SiLU라고도 합니다.</translation>
    </message>
    <message>
        <source>As your code says: look at the curve.</source>
        <translation>코드에 쓴 대로입니다. 곡선을 보세요.</translation>
    </message>
    <message>
        <source>What you wrote in My code, once it is right. The curve and its slope are those of the steps that your class took when it was recorded.</source>
        <translation>‘내 코드’에서 작성해 맞다고 확인된 함수입니다. 곡선과 미분은 클래스를 기록할 때 밟은 단계로 그립니다.</translation>
    </message>
    <message>
        <source>It stays as it was recorded: after a change in My code, check it and use it in the network again.</source>
        <translation>기록한 그대로 남습니다. ‘내 코드’를 고쳤다면 검사한 뒤 신경망에 다시 넣으세요.</translation>
    </message>
    <message>
        <source>The scores become probabilities that sum to 1. Softmax belongs to the loss, because together their gradient is simply y - t; another loss brings another output.</source>
        <translation>점수를 합이 1인 확률로 바꿉니다. 소프트맥스는 손실 함수와 짝입니다. 둘을 합친 기울기가 간단히 y - t이기 때문입니다. 손실 함수를 바꾸면 출력도 바뀝니다.</translation>
    </message>
    <message>
        <source>The scores are the answer as they are. The output belongs to the loss, because together their gradient is simply y - t; another loss brings another output.</source>
        <translation>점수를 그대로 답으로 씁니다. 출력은 손실 함수와 짝입니다. 둘을 합친 기울기가 간단히 y - t이기 때문입니다. 손실 함수를 바꾸면 출력도 바뀝니다.</translation>
    </message>
    <message>
        <source>Each score becomes a probability of its own. The output belongs to the loss, because together their gradient is simply y - t; another loss brings another output.</source>
        <translation>점수마다 따로 확률로 바꿉니다. 출력은 손실 함수와 짝입니다. 둘을 합친 기울기가 간단히 y - t이기 때문입니다. 손실 함수를 바꾸면 출력도 바뀝니다.</translation>
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
        <source>My own data</source>
        <translation>내 데이터</translation>
    </message>
    <message>
        <source>A file or a folder of pictures that was imported with File &gt; Import data.</source>
        <translation>‘파일 &gt; 데이터 가져오기’로 가져온 파일이나 그림 폴더입니다.</translation>
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
        <source>Filters</source>
        <translation>필터 수</translation>
    </message>
    <message>
        <source>How many filters the layer has: each makes one channel of the output.</source>
        <translation>계층의 필터 수입니다. 필터마다 출력 채널 하나를 만듭니다.</translation>
    </message>
    <message>
        <source>Window height</source>
        <translation>윈도우 높이</translation>
    </message>
    <message>
        <source>How many rows of pixels the filter or window sees at once.</source>
        <translation>필터나 윈도우가 한 번에 보는 픽셀의 행 수입니다.</translation>
    </message>
    <message>
        <source>Window width</source>
        <translation>윈도우 너비</translation>
    </message>
    <message>
        <source>How many columns of pixels it sees at once; 0 is as many as rows.</source>
        <translation>한 번에 보는 픽셀의 열 수입니다. 0이면 행 수와 같습니다.</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>스트라이드</translation>
    </message>
    <message>
        <source>How many pixels it moves on from one place to the next.</source>
        <translation>한 자리에서 다음 자리로 옮겨 가는 픽셀 수입니다.</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>How many pixels are put around the picture, on each side.</source>
        <translation>그림의 네 변에 덧대는 픽셀 수입니다.</translation>
    </message>
    <message>
        <source>Remainder</source>
        <translation>나머지</translation>
    </message>
    <message>
        <source>What becomes of pixels at the edge that it does not reach: floor leaves them out, as the book does; refuse does not build such a layer.</source>
        <translation>윈도우가 닿지 않는 가장자리 픽셀을 어떻게 할지 정합니다. floor는 책처럼 버리고, refuse는 그런 계층을 만들지 않습니다.</translation>
    </message>
    <message>
        <source>Same size</source>
        <translation>같은 크기</translation>
    </message>
    <message>
        <source>Pads so much that with stride 1 the output is as large as the picture; the padding is not asked then.</source>
        <translation>스트라이드가 1일 때 출력이 그림과 같은 크기가 되도록 패딩합니다. 이때 패딩 값은 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>What is taken of each window: its largest number, or the mean of all.</source>
        <translation>윈도우마다 무엇을 남길지 정합니다. 최댓값 또는 모든 값의 평균입니다.</translation>
    </message>
    <message>
        <source>Share of hidden neurons switched off by chance at each iteration, against overfitting; 0 is none.</source>
        <translation>오버피팅을 막기 위해 반복마다 무작위로 끄는 은닉층 뉴런의 비율입니다. 0이면 끄지 않습니다.</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>역 드롭아웃</translation>
    </message>
    <message>
        <source>What is kept in training grows by 1 / (1 - ratio), so that prediction needs nothing. The book&apos;s dropout does not grow it, and shrinks every prediction instead.</source>
        <translation>훈련 때 남긴 것을 1 / (1 - 비율)배로 키우므로 예측할 때는 할 일이 없습니다. 책의 드롭아웃은 키우지 않고 예측할 때마다 출력을 줄입니다.</translation>
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
        <source>First variance</source>
        <translation>첫 분산</translation>
    </message>
    <message>
        <source>The running variance before the first mini-batch: 1, or 0 as in the book, whose predictions are far too large after few mini-batches.</source>
        <translation>첫 미니배치 전의 이동 분산입니다. 보통 1이고, 책처럼 0이면 미니배치 몇 번 뒤의 예측이 너무 커집니다.</translation>
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
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Where the imported file or folder is.</source>
        <translation>가져온 파일이나 폴더의 위치입니다.</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>지문</translation>
    </message>
    <message>
        <source>Tells whether the file is still the one that was imported.</source>
        <translation>가져온 그 파일이 맞는지 알려 줍니다.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>How the letters of the text are stored; auto finds out.</source>
        <translation>글자를 저장한 방식입니다. auto는 자동으로 알아냅니다.</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>구분 기호</translation>
    </message>
    <message>
        <source>What stands between two cells of a row; auto finds out.</source>
        <translation>한 행의 칸과 칸 사이에 있는 글자입니다. auto는 자동으로 알아냅니다.</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>소수점</translation>
    </message>
    <message>
        <source>Whether 1.5 is written with a point or a comma; auto finds out.</source>
        <translation>1.5를 마침표로 쓰는지 쉼표로 쓰는지 정합니다. auto는 자동으로 알아냅니다.</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>머리글</translation>
    </message>
    <message>
        <source>Whether the first row names the columns; auto finds out.</source>
        <translation>첫 행이 열의 이름인지 정합니다. auto는 자동으로 알아냅니다.</translation>
    </message>
    <message>
        <source>Target column</source>
        <translation>정답 열</translation>
    </message>
    <message>
        <source>The name of the column that the network is to predict, or its number from 1; empty finds out.</source>
        <translation>신경망이 예측할 열의 이름이나 1부터 세는 번호입니다. 비워 두면 자동으로 알아냅니다.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>문제 종류</translation>
    </message>
    <message>
        <source>Whether the target is one of several classes, or a value to come close to; auto finds out.</source>
        <translation>정답이 여러 클래스 가운데 하나인지, 가까이 맞힐 값인지 정합니다. auto는 자동으로 알아냅니다.</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>빠진 값</translation>
    </message>
    <message>
        <source>What becomes of rows in which a value is missing: refuse the file, leave them out, or take the mean.</source>
        <translation>값이 빠진 행을 어떻게 할지 정합니다. 파일을 거부하거나, 그 행을 빼거나, 평균으로 채웁니다.</translation>
    </message>
    <message>
        <source>Columns left out</source>
        <translation>뺀 열</translation>
    </message>
    <message>
        <source>Columns that the network does not learn from.</source>
        <translation>신경망이 배우지 않는 열입니다.</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>그림 크기</translation>
    </message>
    <message>
        <source>Pixels along each side to which the pictures are brought.</source>
        <translation>그림을 맞출 한 변의 픽셀 수입니다.</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>컬러</translation>
    </message>
    <message>
        <source>Whether each picture is taken in red, green and blue, three pictures of one channel each, as it is; or in grey.</source>
        <translation>그림을 빨강, 초록, 파랑의 세 채널로 있는 그대로 받을지, 회색조로 받을지 정합니다.</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>잉크</translation>
    </message>
    <message>
        <source>Whether pictures are dark on light or light on dark. A network gets 0 for paper and 1 for full ink, as from the digits of MNIST and from the Input panel: dark ink is turned round.</source>
        <translation>그림이 밝은 바탕에 어두운지, 어두운 바탕에 밝은지 정합니다. MNIST 숫자나 입력 패널처럼 신경망은 종이를 0, 가장 짙은 잉크를 1로 받으므로, 어두운 잉크는 반전합니다.</translation>
    </message>
    <message>
        <source>The middle of each picture as it is, or what is drawn on it, cut out and centred as the Input panel does: only then can the network read what you draw.</source>
        <translation>그림의 가운데를 그대로 쓰거나, 입력 패널처럼 그린 부분을 잘라 가운데에 맞춥니다. 그래야 신경망이 직접 그린 숫자를 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Cut out</source>
        <translation>잘라내기</translation>
    </message>
    <message>
        <source>Recorded steps</source>
        <translation>기록한 단계</translation>
    </message>
    <message>
        <source>The steps that your class took, and its source with its hash.</source>
        <translation>클래스가 밟은 단계와 그 소스, 소스의 해시입니다.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Whether the arrays hold pictures: then they become grey values, are shown as pictures, and can be drawn; else each number is a column.</source>
        <translation>배열에 든 것이 그림인지 고릅니다. 그림이면 회색 값으로 바꾸어 그림으로 보여 주고 직접 그려 넣을 수도 있습니다. 아니면 수 하나하나가 열이 됩니다.</translation>
    </message>
    <message>
        <source>Target zero</source>
        <translation>정답의 0</translation>
    </message>
    <message>
        <source>The target that the network knows as 0. It learns, and is measured by, (target − zero) ÷ unit.</source>
        <translation>신경망이 0으로 여기는 정답입니다. 신경망은 (정답 − 0의 값) ÷ 단위를 학습하고, 이 값으로 성능을 잽니다.</translation>
    </message>
    <message>
        <source>Target unit</source>
        <translation>정답의 단위</translation>
    </message>
    <message>
        <source>How much of the target is 1 for the network. It learns, and is measured by, (target − zero) ÷ unit; errors times this unit are errors of the target.</source>
        <translation>신경망이 1로 여기는 정답의 크기입니다. 신경망은 (정답 − 0의 값) ÷ 단위를 학습하고, 이 값으로 성능을 잽니다. 오차에 이 단위를 곱하면 정답의 오차가 됩니다.</translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation>표준화</translation>
    </message>
    <message>
        <source>Give every column mean 0 and standard deviation 1, so that none outweighs the others.</source>
        <translation>모든 열을 평균 0, 표준편차 1로 맞추어 어느 열도 다른 열을 압도하지 않게 합니다.</translation>
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
        <source>Clip gradient</source>
        <translation>기울기 클리핑</translation>
    </message>
    <message>
        <source>Gradient clipping: where the norm of the whole gradient is larger than this, it is made shorter, to this norm, and keeps its direction. One monstrous gradient can then do no harm. 0 is none.</source>
        <translation>기울기 클리핑: 전체 기울기의 노름이 이 값보다 크면 방향은 그대로 두고 이 값까지 줄입니다. 그러면 터무니없이 큰 기울기 하나가 학습을 망치지 못합니다. 0이면 자르지 않습니다.</translation>
    </message>
    <message>
        <source>Samples left out</source>
        <translation>뺀 데이터</translation>
    </message>
    <message>
        <source>Training samples that no batch holds, by their numbers; all other batches stay as they are.</source>
        <translation>어느 배치에도 넣지 않는 학습 데이터의 번호입니다. 나머지 배치는 그대로입니다.</translation>
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
        <source>Cores</source>
        <translation>코어</translation>
    </message>
    <message>
        <source>How many processor cores compute the matrix products, of training and of all else in this window. It belongs to the run: another number adds in another order, and the last bits of the weights differ.</source>
        <translation>학습과 이 프로그램의 다른 모든 행렬 곱을 프로세서 코어 몇 개로 계산할지 정합니다. 실행에 딸린 값입니다. 코어 수가 다르면 더하는 순서가 달라져 가중치의 마지막 비트가 달라집니다.</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>복원 추출</translation>
    </message>
    <message>
        <source>As the book does: each batch is drawn from all samples, so that in an epoch some come twice and others not at all. Otherwise an epoch uses every sample once.</source>
        <translation>책처럼 배치마다 모든 데이터에서 다시 뽑습니다. 그래서 한 에폭에 두 번 나오는 데이터도 있고 안 나오는 데이터도 있습니다. 아니면 한 에폭에 모든 데이터를 한 번씩 씁니다.</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>주황</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>Your own: {name}, from {file}. The steps that your class took when it was recorded are done again here; its code does not run.</source>
        <translation>직접 작성: {name} ({file}). 클래스를 기록할 때 밟은 단계를 여기서 다시 계산합니다. 코드는 실행되지 않습니다.</translation>
    </message>
    <message>
        <source>Your own: {name}</source>
        <translation>직접 작성: {name}</translation>
    </message>
</context>
<context>
    <name>WorkRow</name>
    <message>
        <source>{text}, about {seconds:,} s left</source>
        <translation>{text}, 약 {seconds:,}초 남음</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Give it up; what was found stays.</source>
        <translation>그만둡니다. 알아낸 것은 남습니다.</translation>
    </message>
    <message>
        <source>How much is done</source>
        <translation>진행 정도</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Writing {name} …</source>
        <translation>쓰는 중입니다: {name}…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Exported: {names}</source>
        <translation>내보냈습니다: {names}</translation>
    </message>
    <message>
        <source>{name} was not written: cancelled.</source>
        <translation>취소하여 쓰지 않았습니다: {name}.</translation>
    </message>
    <message>
        <source>{path} was written, but the disk did not confirm it. Export again, or to another place.</source>
        <translation>{path} 파일을 썼지만 디스크가 확인해 주지 않았습니다. 다시 내보내거나 다른 곳에 내보내세요.</translation>
    </message>
    <message>
        <source>The disk is full: make room on it, or choose another place.</source>
        <translation>디스크가 가득 찼습니다. 자리를 만들거나 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>The file or its folder is write-protected: choose another name or folder.</source>
        <translation>파일이나 폴더가 쓰기 금지되어 있습니다. 다른 이름이나 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Its folder is gone, or its drive: choose another place.</source>
        <translation>폴더나 드라이브가 없어졌습니다. 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>The disk answers: {reason}. Choose another place.</source>
        <translation>디스크의 답: {reason}. 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>{path} was not written. {reason} Nothing was left behind, and what was there is as it was.</source>
        <translation>쓰지 못했습니다: {path}. {reason} 남은 조각은 없고, 있던 파일은 그대로입니다.</translation>
    </message>
</context>
<context>
    <name>_Handlers</name>
    <message>
        <source>Choose a line in the list of calls, or a number, to run to.</source>
        <translation>호출 목록에서 줄을 고르거나 숫자를 고르면 거기까지 실행합니다.</translation>
    </message>
</context>
<context>
    <name>_WayBack</name>
    <message>
        <source>Back to: {window}</source>
        <translation>돌아가기: {window}</translation>
    </message>
    <message>
        <source>It stepped aside so that you see what it led to.</source>
        <translation>찾아간 곳이 보이도록 잠시 비켜 두었습니다.</translation>
    </message>
</context>
</TS>
