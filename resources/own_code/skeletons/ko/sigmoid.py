import numpy as np


def sigmoid(x):
    """원소마다 1 / (1 + e^-x)를 반환합니다.

    x는 숫자 하나여도 되고 어떤 형상의 배열이어도 됩니다.
    """
    pass
