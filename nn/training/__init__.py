"""Training as a generator that can be stopped anywhere and goes on bit for bit."""

from nn.training.batch_feed import BatchFeed as BatchFeed
from nn.training.batch_feed import check_batches as check_batches
from nn.training.batch_feed import iterations_per_epoch as iterations_per_epoch
from nn.training.checkpoint import Checkpoint as Checkpoint
from nn.training.config import TrainingConfig as TrainingConfig
from nn.training.loop import Divergence as Divergence
from nn.training.loop import Evaluation as Evaluation
from nn.training.loop import Iteration as Iteration
from nn.training.loop import Pending as Pending
from nn.training.loop import train as train
from nn.training.memory import memory_of_run as memory_of_run
from nn.training.obstacles import obstacles as obstacles
from nn.training.passes import Underway as Underway
from nn.training.suggested import suggested_network as suggested_network
from nn.training.suggested import suggested_training as suggested_training
from nn.training.trainer import Trainer as Trainer
