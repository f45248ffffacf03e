"""What a program computed: every operation with its place, its operands and its result."""

from nn.own_code.recording.event import Event as Event
from nn.own_code.recording.event import Thing as Thing
from nn.own_code.recording.frame import Frame as Frame
from nn.own_code.recording.layer_calls import LayerNode as LayerNode
from nn.own_code.recording.node import Node as Node
from nn.own_code.recording.recorder import Recorder as Recorder
from nn.own_code.recording.recording import Recording as Recording
from nn.own_code.recording.site import Site as Site
from nn.own_code.recording.tape import RecordingEnds as RecordingEnds
