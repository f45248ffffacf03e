import numpy as np


def step_function(x):
    """x가 0보다 크면 1, 아니면 0을 정수로 반환합니다.

    x는 어떤 형상의 배열이어도 되고 결과의 형상도 같습니다.
    """
    pass
