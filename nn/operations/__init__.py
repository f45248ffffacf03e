"""The elementary operations of computational graphs: the circles, as the book draws them.

Each knows its result and its *local derivative*, how both are written, and which numbers make which.
"""

from nn.operations.base import Operation as Operation
from nn.operations.elementwise import Abs as Abs
from nn.operations.elementwise import Add as Add
from nn.operations.elementwise import Arctan as Arctan
from nn.operations.elementwise import AsType as AsType
from nn.operations.elementwise import AtMost as AtMost
from nn.operations.elementwise import Cos as Cos
from nn.operations.elementwise import Exp as Exp
from nn.operations.elementwise import Greater as Greater
from nn.operations.elementwise import Log as Log
from nn.operations.elementwise import Masked as Masked
from nn.operations.elementwise import Maximum as Maximum
from nn.operations.elementwise import Minimum as Minimum
from nn.operations.elementwise import Multiply as Multiply
from nn.operations.elementwise import Negate as Negate
from nn.operations.elementwise import Reciprocal as Reciprocal
from nn.operations.elementwise import Sin as Sin
from nn.operations.elementwise import SquareRoot as SquareRoot
from nn.operations.elementwise import Tanh as Tanh
from nn.operations.pictures import FirstMax as FirstMax
from nn.operations.pictures import Im2col as Im2col
from nn.operations.pictures import Reshape as Reshape
from nn.operations.pictures import Transpose as Transpose
from nn.operations.structural import Dot as Dot
from nn.operations.structural import Flatten as Flatten
from nn.operations.structural import Max as Max
from nn.operations.structural import Shift as Shift
from nn.operations.structural import Sum as Sum
from nn.operations.structural import Unflatten as Unflatten
