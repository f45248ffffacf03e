import numpy as np


def cross_entropy_error(y, t):
    """정답 클래스에 y가 준 값의 -log를 배치에서 평균합니다. 결과는 숫자 하나입니다.

    y: 확률. 형상은 (클래스 수,) 또는 (N, 클래스 수).
    t: 형상이 같은 원-핫 레이블. 숫자 레이블(형상 (N,))까지 받으면 더 좋습니다.
    """
    pass
