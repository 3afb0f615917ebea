"""What follows from the games beyond what either paper says, and what only seems to.

A *theorem* is a statement about a game of the mechanisms, proved here from the premises named, of which a proof keeps
only those it needs. An *example* holds at numbers that were chosen; a *data-bound* sentence needs a figure that the
papers do not give; a *refuted* one fails by a figure that they give. None of them is evidence that the world is so.

They are written down by theme: what deters (insights_on_deterrence), who trusts whom (insights_on_trust), who joins
whom and who pays (insights_on_partners).
"""

from __future__ import annotations

from sino_russian.insight import Insight, proofs
from sino_russian.insights_on_deterrence import DETERRENCE
from sino_russian.insights_on_partners import PARTNERS
from sino_russian.insights_on_trust import TRUST

__all__ = ["INSIGHTS", "Insight", "proofs"]

INSIGHTS = (*DETERRENCE, *TRUST, *PARTNERS)
