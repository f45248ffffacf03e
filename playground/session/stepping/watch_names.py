"""The values of a pass that can be named before there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nn.inspection.values import memory_names
from nn.network.naming import param_names, value_names
from nn.optimizers import OPTIMIZERS

if TYPE_CHECKING:
    from nn.network.spec import NetworkSpec
    from playground.session.stepping.watch_expression import Dimensions


def named_shapes(spec: NetworkSpec, optimizer: str) -> dict[str, Dimensions]:
    """Return the shape of every value that a whole layer, the loss or the optimizer makes, by the book's names.

    Parameters
    ----------
    spec
        The network.
    optimizer
        Name of the optimizer, whose memory has names, too.
    """
    names = value_names(spec)
    outputs = [spec.input_shape, *(plan.output for plan in spec.plans)]
    values: dict[str, Dimensions] = {name: (None, *shape) for name, shape in zip(names, outputs, strict=True)}
    params: dict[str, Dimensions] = {
        name: tuple(plan.params[key])
        for plan, keys in zip(spec.plans, param_names(spec), strict=True)
        for key, name in keys.items()
    }
    slots = memory_names(OPTIMIZERS[optimizer])
    return {
        **values,
        "y": (None, spec.outputs),
        "t": (None, spec.outputs),
        "L": (),
        **params,
        **{f"d{name}": shape for name, shape in {**params, **values}.items()},
        **{f"{slot}_{name}": shape for slot in slots for name, shape in params.items()},
    }
