"""How to train: everything but the network and the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from nn.choices.options import Option, OptionValue, complete
from nn.messages import Message
from nn.optimizers import OPTIMIZERS, Optimizer

MOST_THREADS = 64
MOST_LEFT_OUT = 1000
_OWNER = Message("training")  # in messages on options


def _rows(text: str) -> tuple[int, ...]:
    """Return the numbers of samples that a text names.

    Raises
    ------
    ValueError
        If it names none, or too many.
    """
    words = text.split()
    if len(words) > MOST_LEFT_OUT or not all(each.isascii() and each.isdigit() and len(each) < 10 for each in words):
        raise ValueError(
            Message(
                "left_out is {text!r}; give the numbers of at most {most:,} samples, such as 3 17",
                text=text[:80],
                most=MOST_LEFT_OUT,
            )
        )
    return tuple(sorted({int(each) for each in words}))


@dataclass(frozen=True)
class TrainingConfig:
    """How to train: everything but the network and the data.

    Attributes
    ----------
    optimizer : str
        Registered name.
    optimizer_options : mapping of str to value
        Its options; those left out get their defaults.
    lr : float
        Learning rate.
    batch_size : int
        Samples in a mini-batch; more than there are means all.
    epochs : int
        Passes over the training data in one stretch of training.
    seed : int
        Seed of the initial values, the shuffles and the dropout masks.
    clip_norm : float
        A gradient whose norm over all parameters, weight decay included, is larger is made shorter, to this norm; 0
        leaves it as it is.
    left_out : str
        Training samples that no batch holds, by their numbers: ``"3 17"``. The batches stay as they are but for them.
    replacement : bool
        Whether each batch is drawn from all samples, as the book does: some come twice, others not at all. Otherwise
        each epoch uses every sample once.
    weight_decay : float
        Each gradient of a weight (not of a bias) grows by this times the weight. The loss that is reported is that of
        the data alone.
    evaluate_every : int
        Iterations between two measurements of accuracy; 0 measures after each epoch.
    evaluate_samples : int
        How many of the training samples measure the training accuracy: the first ones; 0 takes all.
    threads : int
        Threads of the matrix library. Other numbers give other bits; see `nn.threads`.

    Raises
    ------
    TypeError, ValueError
        If a value is not valid; the message names it.
    """

    optimizer: str = "Adam"
    optimizer_options: Mapping[str, OptionValue] = field(default_factory=dict)
    lr: float = 0.001
    batch_size: int = 100
    epochs: int = 20
    seed: int = 0
    weight_decay: float = 0.0
    evaluate_every: int = 0
    evaluate_samples: int = 10_000
    threads: int = 1
    replacement: bool = False
    clip_norm: float = 0.0
    left_out: str = ""

    options: ClassVar[tuple[Option, ...]] = (
        Option("lr", 0.001, minimum=0.0, help="Learning rate: how far each update goes against the gradient."),
        Option("batch_size", 100, minimum=1, maximum=1_000_000, help="Samples in a mini-batch."),
        Option("epochs", 20, minimum=1, maximum=1_000_000, help="Passes over the training data."),
        Option("seed", 0, minimum=0, maximum=2**31 - 1, help="Same seed, same numbers."),
        Option("weight_decay", 0.0, minimum=0.0, maximum=1.0, help="Pull of all weights towards 0."),
        Option("evaluate_every", 0, minimum=0, help="Iterations between measurements of accuracy; 0: each epoch."),
        Option("evaluate_samples", 10_000, minimum=0, help="Training samples that measure accuracy; 0: all."),
        Option("threads", 1, minimum=1, maximum=MOST_THREADS, help="Processor cores for matrix products."),
        Option("replacement", False, help="Draw each batch from all samples, as the book does: some come twice."),
        Option(
            "clip_norm", 0.0, minimum=0.0, help="A gradient with a larger norm is shortened to this one; 0: none is."
        ),
        Option(
            "left_out",
            "",
            help="Training samples that no batch holds, by their numbers: 3 17.",
            valid=_rows,
            is_chosen=False,
        ),
    )

    def __post_init__(self) -> None:
        chosen = {option.name: getattr(self, option.name) for option in self.options}
        for name, value in complete(_OWNER, self.options, chosen).items():
            object.__setattr__(self, name, value)
        known = OPTIMIZERS[self.optimizer].options
        object.__setattr__(self, "optimizer_options", complete(self.optimizer, known, self.optimizer_options))

    @property
    def rows_left_out(self) -> tuple[int, ...]:
        """The training samples that no batch holds, in their order."""
        return _rows(self.left_out)

    def build_optimizer(self) -> Optimizer:
        """Return a fresh optimizer as configured."""
        return OPTIMIZERS[self.optimizer](lr=self.lr, **self.optimizer_options)
