"""The module of the prisoner's dilemma says in its own words what its section of the thesis says."""

import re
from base64 import b85decode
from hashlib import blake2b
from pathlib import Path

from sino_russian import prisoners_dilemma as model

PASSAGE = b85decode(
    "zfT$G-W>(b2B;()hKc2`-X+b<cD-wdsb5sbeoj+&zQuW(_XKd%bN>H|02tYi&4l5Zpgv&@J%0-xq96=BqkwNyu{lVnJ!H~suy~h^f7P31940gYoa{"
    ">Fi(4fU3ZL6FpHy!hH0{P`uKgx1-CpIJcVyF<R1-R45kmsolD;Zg;4P2wxj6~;RegEEf2+Za(EE1Uj?z<bKYVP}+z*+%)+X)=OLW)|J(-$%H`iI@$"
    "I<Pc6)UDi<b5fG#REzYYS<ns{xjXG^=I-7m10{vi};I{*E5hYzLnO#e;B*eZE}4QxUdxQZnuWdHC!guAKOCB)u9Xp+u;m&($d4glG5_c7p5;Vw3BP"
    "uUdv|ju3()b+F}uqlL;L+MB|y(7xraEisEGUg9}Cu0GEeFfXCIHZr)@yvT2FJiOY_OD>itU8f#vTik`30s#hy#R`G3pJr$48>dy}#avTI~mv}Pg{e"
    "T=7BDt4Sz#&}4E9p<+Fg=ug!G)X|WiL~Ps}FjsDayo}rnIfHcWVIOze?i+CQ*Z`!)$k9Ief#6-%&sc|GL3zARrjukGN^-n!`zZS>(gvFb1H<@?FHG"
    "wP91(9y=|;+__X1k{-P8e$YBTD=DRsKn$?{=Q1rT^kjRnbe#7XH0`*|JeqK4sLfv>mD5?rX!xiozlE&cQ9Y2MSq1i9k=Vry#<?Dy8vDz`Vx+A8I}o"
    ")vs8h^TY2(JNtPwefJT2{cyXNi$R$x`q^tFzwu$#vH@fUV`m_QRT)Y-*tvfoaeSVm!>A?poHclSNrd<@`dtaU~i{V)FY^Vx4#pgUzOgSVb8<I7K5D"
    "2Vf=w6L)srwfw@&d50~?ien|1@hi_eu3tgOUn_@+v?W<JSwfJ<N7qe0sA9PyN;l<*j5>WsZd2GAWJLhh<;?6{OAVyvR-FJ-9hvsZk0YNU+U&Ch1!1"
    "sF}LCzfrdfgDl$(`&=NerCzQn1T=bC55!UjUp+5T=RFWAY!r5H3)KGtNm!r**n~vf3n20|t!E{iIuKkj3Yzwd_95wxA8JAI_bkf-DuXy=}d^6(=9T"
    "YvDG;E(Zn11cmb|G)LW+?_j%c%NHqGGwX9*0a8i?Z|7gG4wFo@OoxlVMO3{sgkFnh9u5Jb-xH_a!TGY45SO"
)
"""Of every eight consecutive words of the section, a four-byte digest: enough to notice them, not to read them."""


def copied(text: str, digests: bytes) -> list[str]:
    """The runs of eight words of a text that are in a passage."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    known = {digests[i : i + 4] for i in range(0, len(digests), 4)}
    runs = (" ".join(words[i : i + 8]) for i in range(len(words) - 7))
    return [run for run in runs if blake2b(run.encode(), digest_size=4).digest() in known]


def test_no_eight_words_of_the_section_are_copied() -> None:
    assert len(PASSAGE) == 4 * 220
    assert copied(Path(model.__file__).read_text("utf-8"), PASSAGE) == []  # code and comments too


def test_copied_words_would_be_seen() -> None:
    digests = blake2b(b"one two three four five six seven eight", digest_size=4).digest()
    assert copied('"Zero, one two THREE four " "five\nsix seven: eight nine."', PASSAGE + digests) == [
        "one two three four five six seven eight"
    ]
    assert copied("one two three four five six seven nine", PASSAGE + digests) == []
