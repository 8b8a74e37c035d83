from messages import mailed, texted
from parcours.testing import passes, reviews, silent

EXAMPLES = (
    silent("a mail", mailed('<a href="https://shop.example/">Soldes</a>')),
    silent("a message about an order", texted("Your boots are ready: https://shop.example/o/1")),
    silent("a statement", texted("Your statement is ready: https://bank.example/m/4f2a")),
    passes("a way out by number", texted("Soldes -20% https://shop.example/s STOP 36111")),
    passes("in words", texted("Sale! https://shop.example/s To unsubscribe reply OUT")),
    reviews("an advertisement without one", texted("Spring sale, -20% until Sunday: https://shop.example/s"), {"stop"}),
    reviews("in French", texted("Profitez des SOLDES chez Bottines https://shop.example/s"), {"stop"}),
    reviews("a word that only begins so", texted("Promo nonstop https://shop.example/s"), {"stop"}),
)
