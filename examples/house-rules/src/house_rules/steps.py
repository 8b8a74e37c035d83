"""The house's own verb: `expect-price: 59.90`, however the page writes it."""

from pydantic import BaseModel, ConfigDict, Field

from parcours.steps import Blocked, Step, Walk


class Price(BaseModel):
    """What the customer must be asked to pay."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    amount: float = Field(gt=0, description="The price in euros.")
    within: float = Field(default=5.0, description="How many seconds the page may take to show it.")


async def expect_price(args: Price, walk: Walk) -> None:
    """Blocked when the price cannot be read in any of the ways that our shops write it."""
    english = f"{args.amount:.2f}"
    if await walk.shows(english, args.within) or await walk.shows(english.replace(".", ","), 0):
        return
    raise Blocked("price", f"the price of € {english} cannot be read on the page")


EXPECT_PRICE = Step("expect-price", "A price can be read.", Price, "amount", "expect-price: 59.90", expect_price)
