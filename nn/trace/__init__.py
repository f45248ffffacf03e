"""The debugger's record of one pass: forward, loss, backward and update as frozen events."""

from nn.trace.event import Depth as Depth
from nn.trace.event import Event as Event
from nn.trace.event import Form as Form
from nn.trace.event import Phase as Phase
from nn.trace.explaining import Explanation as Explanation
from nn.trace.explaining import explain as explain
from nn.trace.expressions import Leaf as Leaf
from nn.trace.expressions import Piece as Piece
from nn.trace.memory import DEFAULT_LIMIT as DEFAULT_LIMIT
from nn.trace.memory import estimate_memory as estimate_memory
from nn.trace.recording import record as record
from nn.trace.updating import Update as Update
