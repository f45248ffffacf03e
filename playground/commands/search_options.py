"""The command line of ``search``, and the search that it describes."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nn.messages import printable
from nn.runs import search as searches
from nn.runs.held_out import SHARE, held_out
from nn.runs.ranges import Listed, Range, parsed
from nn.runs.settings import changed
from nn.runs.trial import Base
from playground.commands.endings import UNSOUND, USAGE, Refusal, unwritten
from playground.commands.stored import dataset
from playground.commands.train_options import add_network_options, add_training_options, beginning
from playground.session.searching.plan import FIXED
from playground.trials.journal import Journal, NotAJournal, fingerprint
from playground.trials.processes import usual_jobs

if TYPE_CHECKING:
    from nn.datasets.base import Dataset

HOW = ("grid", "random", "halving")
_TRIALS = 20
_OUTPUT = Path("search.csv")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    what = parser.add_argument_group("what is searched")
    what.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a document whose network and data are taken")
    what.add_argument(
        "--vary",
        action="append",
        metavar="SETTING=VALUES",
        help="what the trials differ in, such as lr=1e-4..1e-1:log, hidden=50,100x50 or activation=Relu,Tanh",
    )
    what.add_argument("--how", choices=HOW, help="(random where there is a range, else grid); halving: the best longer")
    what.add_argument("--trials", type=int, metavar="N", help=f"how many settings ({_TRIALS}; a grid: all)")
    what.add_argument("--seeds", type=int, metavar="N", help="how often each is tried, with seeds from --seed on (1)")
    what.add_argument("--validation", type=float, metavar="SHARE", help=f"held back to choose by ({SHARE})")
    where = parser.add_argument_group("where and how long")
    where.add_argument("--jobs", type=int, metavar="N", help=f"processes ({usual_jobs()} here); 0: in this one")
    where.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster, such as tcp://host:8786")
    where.add_argument("--time-limit", type=float, metavar="MINUTES", help="begin no trial after that")
    files = parser.add_argument_group("files")
    files.add_argument("--output", type=Path, metavar="FILE", help=f"the table, .csv or .json ({_OUTPUT})")
    files.add_argument("--resume", type=Path, metavar="FILE", help="the table of a search that goes on")
    files.add_argument("--best", type=Path, metavar="FILE", help="where the best network goes, as a document")
    files.add_argument("--force", action="store_true", help="replace what is there already")
    files.add_argument("--quiet", action="store_true", help="tell only the end")
    add_network_options(parser)
    add_training_options(parser)


@dataclass(frozen=True, eq=False)
class Plan:
    """A search as the command line, or the journal of an earlier start, describes it.

    Attributes
    ----------
    base : Base
        The network and its training, of which each trial changes some settings.
    data, split : Dataset
        The data; the same with the samples held back in the place of the test data.
    choice : DatasetChoice
        Where the data come from.
    """

    base: Base
    data: Dataset
    split: Dataset
    choice: Any
    ranges: tuple[Range, ...]
    how: str
    trials: int
    seeds: tuple[int, ...]

    def search(self) -> searches.Search:
        """Return a fresh search."""
        settings = list(
            searches.grid(self.ranges, self.trials)
            if self.how == "grid"
            else searches.drawn(self.ranges, self.trials, self.seeds[0])
        )
        kind = searches.Halving if self.how == "halving" else searches.Every
        return kind(settings, self.base.config.epochs, self.seeds)


def planned(options: argparse.Namespace) -> tuple[Plan, Journal]:
    """Return the search that is asked for and its journal, a new one or that of an earlier start.

    Raises
    ------
    Refusal
        If the options do not fit each other, or a file is not sound.
    """
    try:
        if options.resume is None:
            plan = _plan(options)
            return plan, _new_journal(options, plan)
        return _resumed(options)
    except (TypeError, ValueError) as error:
        raise Refusal(USAGE, str(error)) from error


def journal_of(output: Path) -> Path:
    """Return where the journal of a search lies: beside its table."""
    return output.with_name(f"{output.name}.journal")


def _plan(options: argparse.Namespace) -> Plan:
    ranges = _ranges(options.vary)
    output, options.output = options.output or _OUTPUT, None
    if output.suffix.lower() not in (".csv", ".json"):
        raise ValueError(f"--output is {printable(str(output))}; give a name that ends with .csv or .json")
    state = beginning(options).state
    options.output, options.resume = output, None
    config = replace(state.config, left_out="")  # the samples that are held back move the others
    base, data = Base(state.spec, config), dataset(state.dataset)
    how = options.how or ("grid" if all(isinstance(each, Listed) for each in ranges) else "random")
    trials = options.trials if options.trials is not None else (searches.MOST_TRIALS if how == "grid" else _TRIALS)
    count = _at_least_one("--seeds", options.seeds)
    if count > searches.MOST_TRIALS:
        raise ValueError(f"--seeds is {count}; give 1 to {searches.MOST_TRIALS}")
    seeds = tuple(range(base.config.seed, base.config.seed + count))
    split = held_out(data, SHARE if options.validation is None else options.validation)
    plan = Plan(base, data, split, state.dataset, ranges, how, _at_least_one("--trials", trials), seeds)
    _check(plan, options)
    return plan


def _ranges(texts: list[str] | None) -> tuple[Range, ...]:
    if not texts:
        raise ValueError("nothing is varied; give --vary, such as --vary lr=1e-4..1e-1:log")
    ranges = tuple(parsed(text) for text in texts)
    names = [each.name for each in ranges]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"--vary {name} was given twice; give it once with all its values")
        if name in FIXED:
            raise ValueError(f"{name} is the same for all trials; give it as --{name.replace('_', '-')}")
    return ranges


def _at_least_one(name: str, count: int | None) -> int:
    if count is not None and count < 1:
        raise ValueError(f"{name} is {count}; give a whole number of at least 1")
    return count or 1


def _check(plan: Plan, options: argparse.Namespace) -> None:
    """Try every setting's first value on the network, without building it: what never fits is told at once."""
    if plan.how == "grid" and options.trials is None:
        steps = [len(each.points(2)) for each in plan.ranges]
        if any(not isinstance(each, Listed) for each in plan.ranges):
            raise ValueError("a grid over a range needs --trials: how many settings it may have in all")
        total = 1
        for count in steps:
            total *= count
        searches.check_trials(total * len(plan.seeds))
    else:
        searches.check_trials(plan.trials * len(plan.seeds))
    for each in plan.ranges:
        changed(plan.base.spec, plan.base.config, {each.name: each.at(0.0)})


def _new_journal(options: argparse.Namespace, plan: Plan) -> Journal:
    path = journal_of(options.output)
    if (options.output.exists() or path.exists()) and not options.force:
        raise Refusal(
            USAGE, f"{options.output} is there already; give --force to replace it, or --resume {options.output}"
        )
    words = {
        **plan.base.to_json(),
        "file": None if options.file is None else str(options.file.absolute()),
        "data": {"name": plan.choice.name, "options": dict(plan.choice.options)},
        "samples": fingerprint(plan.split),
        "validation": SHARE if options.validation is None else options.validation,
        "vary": [f"{each.name}={each.to_text()}" for each in plan.ranges],
        "how": plan.how,
        "trials": plan.trials,
        "seeds": list(plan.seeds),
    }
    try:
        return Journal.begin(path, words)
    except OSError as error:
        raise unwritten(path, error) from error


def _resumed(options: argparse.Namespace) -> tuple[Plan, Journal]:
    options.output = options.resume
    try:
        journal = Journal.read(journal_of(options.resume))
    except NotAJournal as error:
        raise Refusal(UNSOUND, str(error)) from error
    except OSError as error:
        raise Refusal(
            UNSOUND, f"{journal_of(options.resume)} cannot be read: {error.strerror or error}; begin a new search"
        ) from error
    given = [f"--{name}" for name in ("vary", "how", "seeds", "validation") if getattr(options, name) is not None]
    if given or options.file is not None:
        raise ValueError(f"{', '.join(given) or 'FILE'}: the search that goes on says that already; leave it out")
    return _plan_of(journal, options), journal


def _plan_of(journal: Journal, options: argparse.Namespace) -> Plan:
    from playground.commands.stored import open_stored
    from playground.session.document.state import DatasetChoice

    words = journal.plan
    try:
        base = Base.from_json(words)
        stored = None if words["file"] is None else open_stored(Path(words["file"])).choice
        choice = stored if stored is not None else DatasetChoice(words["data"]["name"], words["data"]["options"])
        data = dataset(choice)
        split = held_out(data, float(words["validation"]))
        ranges, seeds = _ranges(list(words["vary"])), tuple(int(seed) for seed in words["seeds"])
        plan = Plan(base, data, split, choice, ranges, str(words["how"]), int(words["trials"]), seeds)
    except (KeyError, TypeError, AttributeError) as error:
        raise Refusal(UNSOUND, f"{journal.path} does not hold what a search needs: {error}") from error
    if fingerprint(split) != words["samples"]:
        raise Refusal(UNSOUND, "the data are no longer those of the search; begin a new one with --output")
    if options.trials is not None:
        plan = replace(plan, trials=_at_least_one("--trials", options.trials))
        searches.check_trials(plan.trials * len(plan.seeds))
    return plan
