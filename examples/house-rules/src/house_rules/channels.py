"""The house's own way in: the article number that is printed beside each picture of the catalogue."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from parcours.channels import Channel, Opening


class Article(BaseModel):
    """What the customer types into the search field at home."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: str = Field(pattern=r"^\d{6}$", description="Six digits.")
    shop: str = Field(default="https://shop.example", description="Where our shop is.")


def open_article(args: Article, _folder: Path) -> Opening:
    """The article's page: our shop has a short address for each."""
    return Opening(f"{args.shop}/a/{args.number}")


ARTICLE = Channel(
    "article", "An article number of our catalogue.", Article, "number", 'article: "471100"', open_article
)
