"""Markdown that chance makes, aimed at where parsers differ: links and what follows them, emphasis
beside emphasis, lists in lists, names defined and not, notes, tables, HTML, control characters."""

import re
from random import Random
from typing import Final

_CHOICES: Final = {
    "word": r"""
        stretch ¦ the ¦ knee ¦ slowly ¦ Hold for 20 seconds. ¦ and ¦ breathe ¦ fooBar ¦
        snake_case_word ¦ _under ¦ été ¦ 漢字 ¦ ß ¦ x² ¦ ٣ ¦ 2*3 ¦ R&D ¦ 5 < 6 ¦ &amp; ¦ &#38; ¦
        &#X26; ¦ &#x26; ¦ &#38 ¦ &nbsp; ¦ &; ¦ <br> ¦ <b> ¦ </b> ¦ < ¦ > ¦ & ¦ <i>it</i> ¦
        <http://e.org/a_b?x=1&y=2> ¦ <me@e.org> ¦ <ftp://e> ¦ <a@e> ¦ <!-- c --> ¦ <?php x ?> ¦ \* ¦
        \_ ¦ \[ ¦ \] ¦ \` ¦ \\ ¦ \| ¦ \# ¦ \! ¦ \ ¦ \< ¦ C:\dir ¦ * ¦ ** ¦ _ ¦ __ ¦ *** ¦ ` ¦ `` ¦ [
        ¦ ] ¦ ( ¦ ) ¦ ![ ¦ ]( ¦ ! ¦ : ¦ | ¦ ^ ¦ "quoted" ¦ ' ¦ -- ¦ ... ¦ [^1] ¦ [^a] ¦ [^none] ¦
        [one] ¦ [none] ¦ [TOC] ¦ {.a} ¦ ␋ ¦ ␌ ¦ ␂ ¦ ␃ ¦ ␉ ¦ ␟ ¦ klzzwxh:0000 ¦ wzxhzdk:0 ¦
        ␂klzzwxh:0000␃ ¦ ␂wzxhzdk:0␃ ¦ ␂42␃ ¦ ///Footnotes Go Here/// ¦ = ¦ - ¦ + ¦ # ¦ 1. ¦ 12) ¦
        ~~ ¦ 's ¦ «space»
    """,
    "plain": r"""
        stretch ¦ the knee ¦ Slowly, then ¦ hold ¦ and breathe out. ¦ it's 5 ¦ été
    """,
    "text": r"""
        knee ¦ «plain» ¦ «plain» «plain» ¦ «word» ¦ «plain» «text» ¦ «word» «text» ¦ «text»«text» ¦
        «inline» ¦ «inline» «text» ¦ «text» «inline» ¦ «inline»«inline» ¦ «word»«inline»
    """,
    "line": r"""
        knee ¦ «plain» «text» ¦ «text» ¦ «text» «text»
    """,
    "lines": r"""
        knee ¦ «line» ¦ «line»⏎«line» ¦ «line»␠␠⏎«line» ¦ «line»⏎␠␠«line»⏎«line»
    """,
    "inline": r"""
        *knee* ¦ *«plain»* ¦ **«plain»** ¦ *«text»* ¦ **«text»** ¦ _«text»_ ¦ __«text»__ ¦
        ***«text»*** ¦ **«text» *«text»*** ¦ *«text» **«text»** «text»* ¦ *«text»** ¦ **«text»* ¦
        `«text»` ¦ ``«text»`` ¦ `«text» ¦ «link» ¦ «link» ¦ «picture» ¦ «link»«text» ¦ *«link»* ¦
        [*«text»*](«address») ¦ [«picture»](«address») ¦ **«link» «text»** ¦ <b>«text»</b> ¦ <span
        class="a">«text»</span> ¦ <a href="x.md">«text»</a> ¦ <em>«text» ¦ <img src="a.png"
        alt="«plain»"> ¦ <u⏎>«text»</u> ¦ <b «text»> ¦ [^1] ¦ [^a][^1] ¦ «text»␠␠⏎«text» ¦ «text»
        ⏎«text» ¦ «text»\⏎«text» ¦ *«text»⏎«text»*
    """,
    "link": r"""
        [knee](a.md) ¦ [«text»](«address») ¦ [«plain»](«address») ¦ [«text»][«name»] ¦ [«name»] ¦
        [«text»][] ¦ [«text»] (a.md) ¦ [«text»](«address» ¦ «text»](«address») ¦ [«text»]⏎[«name»] ¦
        [a [«text»] b](«address») ¦ [«text»]«link» ¦ [«text»⏎«text»](«address»)
    """,
    "picture": r"""
        ![knee](a.png) ¦ ![«text»](«address») ¦ ![«text»][«name»] ¦ ![«name»] ¦ ![«link»]
    """,
    "address": r"""
        a.md ¦ a.md ¦ ../b.md#part ¦ https://e.org/a_b*c?x=1&y=2 ¦ <a b.md> ¦ <a.md> 'T' ¦ a b.md ¦
        ∅ ¦ a.md "T *i*" ¦ a.md 'T "q"' ¦ a.md "T ¦ a(b)c.md ¦ a\)b.md ¦ *x*.md ¦ `c` ¦ #part ¦
        ⏎a.md ¦ a.md⏎ ¦ ( ¦ ␠a.md␠ ¦ mailto:a@e.org ¦ a&amp;b.md ¦ /a.md ¦ a.md«word»
    """,
    "name": r"""
        one ¦ one ¦ One ¦ two words ¦ two␠␠words ¦ ∅ ¦ none ¦ 1 ¦ T*O*C ¦ ^1 ¦ «plain»
    """,
    "paragraph": r"""
        knee ¦ «lines» ¦ «lines»⏎«lines» ¦ ␠␠␠«lines» ¦ «line»⏎«block» ¦ **«plain»:** «line»
    """,
    "heading": r"""
        ## Knee ¦ # «text» ¦ ## «text» ¦ ## «plain» ¦ ## «plain» ¦ ###### «text» ## ¦ ####### «text»
        ¦ #«text» ¦ «line»⏎=== ¦ «line»⏎--- ¦ «line»⏎-␠ ¦ ## «text»⏎«lines» ¦ ## [^1] «text»[^a] ¦
        ## Steps
    """,
    "item": r"""
        knee ¦ «line» ¦ «line» ¦ «lines» ¦ «line»⏎⏎<<«blocks»>> ¦ «line»⏎<<«list»>> ¦ ## «line» ¦
        «item»⏎⏎«line»
    """,
    "list": r"""
        1. knee⏎2. hip ¦ 1. «item»⏎2. «item»⏎3. «item» ¦ 1. «item»⏎1. «item» ¦ 3. «item»⏎4. «item» ¦
        ٣. «item» ¦ - «item»⏎- «item» ¦ * «item»⏎* «item»⏎⏎* «item» ¦ + «item»⏎- «item» ¦ ␠␠- «item»
        ¦ - «item»⏎⏎⏎- «item» ¦ - «item»⏎1. «item» ¦ 1. «item»⏎⏎- «item» ¦ * * «item»⏎␠␠␠␠* «item» ¦
        - «item»⏎␠␠␠␠- «item»⏎␠␠␠␠␠␠␠␠- «item» ¦ 1.␠␠«item»⏎⏎␠␠␠␠«item» ¦ -⏎- «item» ¦ 1) «item»
    """,
    "definition": r"""
        Knee⏎: hip ¦ «line»⏎: «line» ¦ «line»⏎:␠␠ «item» ¦ «line»⏎«line»⏎: «line»⏎: «line» ¦
        «line»⏎⏎: «item» ¦ : «line» ¦ «line»⏎:«line» ¦ «line»⏎ : «line»⏎⏎␠␠␠␠«blocks» ¦ «line»⏎:
        «line»⏎«line»⏎: «line»
    """,
    "table": r"""
        a|b⏎-|-⏎c|d ¦ «text»|«text»⏎-|-⏎«text»|«text» ¦ |«text»|«text»|⏎|:-|-:|⏎|«text»|«text»| ¦
        «text»|⏎-|⏎«text» ¦ |«text»|⏎|:-:|⏎|«text» ¦ a|b⏎--|-- ¦ a|b⏎-|-⏎`«text»|`|«text» \| b|c ¦
        «line»|«line»⏎«line»
    """,
    "html": r"""
        <div>knee</div> ¦ <div>«lines»</div> ¦ <div>⏎⏎«blocks»⏎⏎</div> ¦ <p>«lines» ¦ <!-- «lines»
        --> ¦ <hr>«line» ¦ <script>«line»</script> ¦ <style>⏎«line» ¦ <pre>⏎⏎«lines»⏎</pre> ¦
        </div>«line» ¦ <div «line»> ¦ <table><tr><td>«line»</td></tr></table> ¦
        «line»<div>«line»</div>: «line» ¦ <img src=a.png>⏎«line» ¦ <b>«line»</b>⏎⏎«line» ¦
        ␠␠<div>«line»</div>␠␠ ¦ <![CDATA[«line»]]> ¦ <details>⏎<summary>«line»
    """,
    "definitions": r"""
        [one]: a.md ¦ [one]: a.md ¦ [two words]: <b.md> 'T' ¦ [one]: a.md⏎␠␠"T" ¦ [none]: a.md
        (p)⏎[1]: b.md ¦ [T*O*C]: a.md ¦ [^1]: «line» ¦ [^a]: «line»⏎␠␠␠␠«lines» ¦ [^1]:
        «line»⏎⏎␠␠␠␠«blocks» ¦ ␠[^a]:«line»⏎[^1]: «line» ¦ «line»⏎[one]: a.md⏎«line» ¦ [^1]: «link»
        [^a]⏎⏎[^a]: «line» [^1] ¦ [^1]:⏎␠␠␠␠«list»
    """,
    "noise": r"""
        * ¦ «noise»«mark» ¦ «noise»«mark» ¦ «noise»«mark» ¦ «noise»«mark» ¦ «noise»«mark» ¦
        «noise»«mark» ¦ «noise»«mark» ¦ «noise»«mark» ¦ «noise»«mark» ¦ «noise»«mark» ¦
        «noise»«mark» ¦ «noise»«mark» ¦ «noise»«mark» ¦ «noise»«mark» ¦ «noise»«mark» ¦
        «noise»«mark» ¦ «noise»«mark» ¦ «noise»«mark» ¦ «noise»«mark» ¦ «noise»«mark»
    """,
    "mark": r"""
        * ¦ _ ¦ ` ¦ [ ¦ ] ¦ ( ¦ ) ¦ ! ¦ < ¦ > ¦ & ¦ \ ¦ # ¦ - ¦ = ¦ + ¦ : ¦ | ¦ { ¦ } ¦ ^ ¦ ␠ ¦ ⏎ ¦
        ␉ ¦ a ¦ b ¦ 1 ¦ . ¦ " ¦ ' ¦ / ¦ ~ ¦ ␂ ¦ ␃ ¦ ␍ ¦ ⏎⏎ ¦ ␠␠␠␠ ¦ ]( ¦ ![ ¦ [^ ¦ ␠␠⏎
    """,
    "block": r"""
        knee ¦ «paragraph» ¦ «paragraph» ¦ «paragraph» ¦ «heading» ¦ «heading» ¦ «list» ¦ «list» ¦
        >>«blocks»>> ¦ > «line»⏎«line» ¦ <<«paragraph»>> ¦ «definition» ¦ «table» ¦ «html» ¦
        «definitions» ¦ «definitions» ¦ «noise» ¦ ```⏎«lines»⏎``` ¦ «line»⏎«list» ¦ «list»⏎«line» ¦
        «heading»⏎«list» ¦ «noise»⏎«noise» ¦ «rule» ¦ «line»⏎«rule»⏎«line» ¦ «rule»⏎«line» ¦
        «line»⏎«word»«line»
    """,
    "blocks": r"""
        knee ¦ «block» ¦ «block»⏎⏎«block» ¦ «block»⏎«block» ¦ «block»⏎⏎«blocks» ¦ «block»⏎⏎⏎«block»
    """,
    "document": r"""
        «block» ¦ «blocks»⏎⏎«block»⏎⏎«blocks» ¦ «block»⏎⏎«blocks»⏎⏎«definitions» ¦ «blocks»
    """,
    "rule": r"""
        --- ¦ *** ¦ ___ ¦ * * * ¦ ␠␠␠___ ¦ - - - ¦ _ _ _ ¦ -- ¦ ** ¦ __ ¦ _____␠ ¦ ***x ¦ -- - ¦ -
        -_ ¦ = ¦ ===
    """,
}
"""The choices of each rule between ¦, with «rule» in them for what another rule makes. ⏎ ends a
line, ␠ is a space, ∅ nothing, ␂ and its like are control characters. What is made between << and
>> is indented by four spaces, between two >> it is quoted."""

_SIGNS: Final = {0x2400 + code: code for code in range(32)} | str.maketrans("⏎␠", "\n ", "∅")


def _meant(choice: str) -> str:
    return " ".join(choice.split()).translate(_SIGNS)


RULES: Final = {
    "space": ("\u00a0", "\u2003", "\x85", "\u2028"),
    **{name: tuple(map(_meant, text.split("¦"))) for name, text in _CHOICES.items()},
}


_RULE: Final = re.compile("«([a-z]+)»")
_SHIFTED: Final = re.compile(r"<<((?:(?!<<).)*?)>>", re.DOTALL)
_QUOTED: Final = re.compile(r"^>>((?:(?!>>).)*?)>>", re.DOTALL | re.MULTILINE)


def document(seed: int) -> str:
    """The document of this number: the same on every machine."""
    chance = Random(seed)
    text = _Author(chance).write("document")
    while (flat := _SHIFTED.sub(lambda match: _begun(match[1], "    "), text)) != text:
        text = flat
    while (flat := _QUOTED.sub(lambda match: _begun(match[1], "> "), text)) != text:
        text = flat
    return _spoilt(text, chance) if chance.random() < 0.3 else text


class _Author:
    """Follows rules until the ink is used up; then takes choices that lead to no other rule."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.ink = chance.choice((10, 30, 80, 200))

    def write(self, rule: str) -> str:
        self.ink -= 1
        choices = RULES[rule]
        if self.ink < 0:
            choices = tuple(each for each in choices if "«" not in each)
        return _RULE.sub(lambda match: self.write(match[1]), self.chance.choice(choices))


def _begun(lines: str, mark: str) -> str:
    return mark + lines.replace("\n", f"\n{mark}")


def _spoilt(text: str, chance: Random) -> str:
    """A text with a few characters out of place."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(text))
        gone = chance.choice((0, 0, 1, 1, 2, 5))
        put = chance.choice(("", *RULES["mark"], *RULES["word"]))
        text = text[:at] + put + text[at + gone :]
    spoil = chance.random()
    if spoil < 0.1:
        return text.replace("\n", "\r\n")
    return text.replace("    ", "\t") if spoil < 0.2 else text
