"""Is a share lower than another: evidence that may be looked at after every further count.

A test asked again after each new count says "yes" some day, whatever is true.  These numbers are
ratios of what was seen under two descriptions, averaged over what is not known; where the shares
are equal they are martingales, so that the chance ever to reach 1/a, however often one looks, is
at most a (Ville 1939; mixtures: Robbins 1970; two binomials: Gunel and Dickey 1974).
"""

from __future__ import annotations

import math

from analysis.beta import beta_p


def evidence_of_lower(k: int, n: int, others_k: int, others_n: int) -> float:
    """For "``k`` of ``n`` has a lower share than ``others_k`` of ``others_n``", against one share.

    The shares are evenly anywhere in 0 to 1: two of them, the first the lower, or one for both.
    The chance ever to reach 10 is at most 10 % over the equal shares there may be; the tests say
    how often it is for each.
    """
    apart = _log_chance(k, n) + _log_chance(others_k, others_n)
    same = _log_chance(k + others_k, n + others_n)
    return 2 * chance_lower(k, n, others_k, others_n) * math.exp(apart - same)


def evidence_below(k: int, n: int, share: float) -> float:
    """For "``k`` of ``n`` is of a share below ``share``", against any that is not.

    The chance ever to reach 10 is at most 10 % at every share that is not below.
    """
    below = _log_chance(k, n) - k * math.log(share) - (n - k) * math.log1p(-share)
    return beta_p(1 + k, 1 + n - k, share) / share * math.exp(below)


def chance_lower(k: int, n: int, others_k: int, others_n: int) -> float:
    """That the first share is the lower one, both evenly anywhere before anything was counted.

    The sum over the first's successes for whole numbers (Evan Miller 2015, from DLMF 8.17.5).
    """
    a, b = 1 + others_k, 1 + others_n - others_k
    c, d = 1 + k, 1 + n - k
    # P(others > own) as a sum of `a` terms; each term is a ratio of beta functions.
    return min(
        1.0,
        math.fsum(
            math.exp(
                _log_beta(c + i, b + d) - math.log(b + i) - _log_beta(1 + i, b) - _log_beta(c, d)
            )
            for i in range(a)
        ),
    )


def _log_chance(k: int, n: int) -> float:
    """Of one order of ``k`` in ``n``, the share evenly anywhere."""
    return _log_beta(1 + k, 1 + n - k)


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
