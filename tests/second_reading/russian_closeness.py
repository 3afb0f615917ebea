"""How close a tie Russia wants of China: by disparity, by the hostility of the West, by isolation and rank.

A part of the second reading of asymmetric_partnership, where what differed from the model is told.
"""

from fractions import Fraction
from random import Random

F = Fraction


def halves(rng: Random, low: int, high: int) -> Fraction:
    return F(rng.randint(2 * low, 2 * high), 2)


def best(steps: list[Fraction]) -> list[int]:
    """Give the best levels when each next level is worth so much more than the one before."""
    worth = [sum(steps[:n], F(0)) for n in range(len(steps) + 1)]
    return [n for n in range(len(worth)) if worth[n] == max(worth)]


def no_lower(before: list[int], after: list[int]) -> bool:
    return min(after) >= min(before) and max(after) >= max(before)


def interior(slope: Fraction, bend: Fraction) -> Fraction:
    """Find where slope*A - bend*A*A/2 is highest, from three of its values."""
    low, middle, high = (slope * a - bend * a * a / 2 for a in (F(0), F(1, 2), F(1)))
    curve = 2 * (low + high - 2 * middle)
    return -(high - low - curve) / (2 * curve)


def concave(rng: Random) -> list[Fraction]:
    """Give the gains of the steps 0 to 1 and 1 to 2, the second smaller."""
    first = halves(rng, -2, 5)
    return [first, first - F(rng.randint(1, 4), 2)]


# --- paszak-disparity-undermines --------------------------------------------------------------------------------------


def draw_disparity(rng: Random, status: str = "any") -> dict:
    """Draw the steps of Russia's benefit at two disparities, and the weight of status, which rises with them.

    `status`: what the text leaves open ("any"): whether status rises by more than the benefit of a step.
    """
    steps, more = concave(rng), F(rng.randint(1, 6), 2)
    while True:
        later = concave(rng)
        rise = [later[n] - steps[n] for n in (0, 1)]
        if status == "any" or all(x < more for x in rise):
            break
    weight = halves(rng, 0, 3)
    line = (F(rng.randint(4, 10)), F(rng.randint(1, 4)), rise[0] - more)  # slope at first, bend, change of the slope
    return {"steps": (steps, later), "status": (weight, weight + more), "line": line}


def disparity_choice(point: dict, n: int) -> list[int]:
    return best([step - point["status"][n] for step in point["steps"][n]])


def falls(point: dict) -> bool:
    """Russia's level does not rise with disparity, and on a line of levels it falls."""
    slope, bend, change = point["line"]
    return no_lower(disparity_choice(point, 1), disparity_choice(point, 0)) and (
        interior(slope + change, bend) < interior(slope, bend)
    )


def over_none(point: dict, n: int) -> Fraction:
    return point["steps"][n][0] - point["status"][n]


def eroded(point: dict) -> bool:
    """The first step up is worth less to Russia than it was."""
    return over_none(point, 1) < over_none(point, 0)


# --- kuliani-russia-forced-to-prioritise-china ------------------------------------------------------------------------

DISPARITIES, HOSTILITIES = range(4), range(3)


def draw_forced(rng: Random, benefit: str = "any", reach: bool = False) -> dict:
    """Draw the gain of each step, net of status, by disparity and by the hostility of the West, which raises it."""
    while True:
        base = concave(rng)
        rise = [F(0)]
        for _ in DISPARITIES[1:]:
            rise.append(rise[-1] + F(rng.randint(1 if benefit == "up" else -3, 3), 2))
        push = {}
        for h in HOSTILITIES:
            for rho in DISPARITIES:
                push[rho, h] = (push[rho, h - 1] if h else F(0)) + F(rng.randint(0, 3) if h else 0, 2)
        if benefit == "up" and any(
            rise[r] + push[r, h] < rise[r - 1] + push[r - 1, h] for r in DISPARITIES[1:] for h in HOSTILITIES
        ):
            continue
        steps = {(r, h): [b + rise[r] + push[r, h] for b in base] for r in DISPARITIES for h in HOSTILITIES}
        if not reach or best(steps[3, 0]) == [2]:
            return steps


def rises(steps: dict) -> bool:
    return all(no_lower(best(steps[r - 1, h]), best(steps[r, h])) for r in DISPARITIES[1:] for h in HOSTILITIES)


def detached(steps: dict) -> bool:
    """Once the highest level is reached whatever the West does, the West no longer matters at any greater disparity."""
    reached = [r for r in DISPARITIES if all(best(steps[r, h]) == [2] for h in HOSTILITIES)]
    after = [r for r in DISPARITIES if reached and r >= reached[0]]
    return all(best(steps[r, h]) == best(steps[r, 0]) for r in after for h in HOSTILITIES)


def independent(steps: dict) -> bool:
    """The sentence: at the greatest disparity the relation with the West no longer matters."""
    return all(best(steps[3, h]) == best(steps[3, 0]) for h in HOSTILITIES)


def some_detachment(steps: dict) -> bool:
    return rises(steps) and independent(steps)


# --- paszak-status-pulls-east -----------------------------------------------------------------------------------------


def draw_pull(rng: Random) -> dict:
    """Draw the rise of the pull of isolation, of the weight of status, and of the benefit of a step (less than it)."""
    status = F(rng.randint(1, 6), 2)
    pull = F(rng.randint(1, 8), 2)
    benefit = status - pull if rng.random() < 0.3 else status - F(rng.randint(1, 6), 2)
    return {
        "steps": concave(rng),
        "slope": F(rng.randint(6, 12)),
        "bend": F(rng.randint(1, 4)),
        "pull": pull,
        "benefit": benefit,
        "status": status,
    }


def pull_signs(point: dict) -> bool:
    """Isolation alone raises the level, disparity alone lowers it, and both together go with the sum of the two."""
    sinking = point["benefit"] - point["status"]
    here, start = best(point["steps"]), interior(point["slope"], point["bend"])
    fine = True
    for change, sign in ((point["pull"], 1), (sinking, -1), (point["pull"] + sinking, None)):
        there = best([step + change for step in point["steps"]])
        moved = interior(point["slope"] + change, point["bend"]) - start
        up = sign if sign is not None else (change > 0) - (change < 0)
        fine &= (moved > 0) - (moved < 0) == up
        fine &= (up < 0 or no_lower(here, there)) and (up > 0 or no_lower(there, here))
    return fine


def draw_pull_and_rank(rng: Random) -> dict:
    """Draw the rise of two pulls, isolation and the wish for rank, and what the disparity does besides, of any sign."""
    return {**draw_pull(rng), "benefit": halves(rng, -12, 4)}


def both_pull(point: dict) -> bool:
    """By both pulls, and whatever the disparity does otherwise, no lower level is chosen than before."""
    there = best([step + point["pull"] + point["status"] + point["benefit"] for step in point["steps"]])
    return min(there) >= max(best(point["steps"]))


def isolated(point: dict) -> bool:
    return no_lower(best(point["steps"]), best([step + point["pull"] for step in point["steps"]]))


def went_east(point: dict) -> bool:
    change = point["pull"] + point["benefit"] - point["status"]
    return interior(point["slope"] + change, point["bend"]) > interior(point["slope"], point["bend"])
