using ComplianceRules.Cli.Output;

namespace ComplianceRules.Cli.Tests.Output;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("样例小学 A-1 ＡＢ é \ud840\udc00", "样例小学 A-1 ＡＢ é \ud840\udc00")]
    [InlineData("\u001b[31mred", "\uFFFD[31mred")]
    [InlineData("a\r\nb\0", "a\uFFFD\uFFFDb\uFFFD")]
    [InlineData("a\tb", "a b")]
    [InlineData("\u202egnp.exe\u200b\u2028", "\uFFFDgnp.exe\uFFFD\uFFFD")]
    [InlineData("\ue000", "\uFFFD")]
    [InlineData("", "")]
    public void Nothing_that_moves_the_cursor_or_turns_the_line_gets_through(string text, string shown) => Assert.Equal(shown, Printable.Of(text));
}
