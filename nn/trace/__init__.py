"""The debugger's record of one pass: forward, loss, backward and update as frozen events."""

from nn.trace.event import Event as Event
from nn.trace.event import Phase as Phase
from nn.trace.recording import record as record
