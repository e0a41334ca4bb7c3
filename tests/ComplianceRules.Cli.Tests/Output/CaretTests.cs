using ComplianceRules.Cli.Output;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Tests.Output;

public sealed class CaretTests
{
    [Theory]
    [InlineData("  \"of\": \"clas\"", 9, 6, "        ^~~~~~")]
    [InlineData("abc", 1, 1, "^")]
    [InlineData("abc", 3, 9, "  ^")]
    [InlineData("abc", 4, 1, "   ^")]
    [InlineData("", 1, 1, "^")]
    public void The_caret_stands_under_the_place(string line, int column, int length, string marks) =>
        Assert.Equal((line, marks), Caret.Of(new SourceSpan("f", 1, column, length, line), 80));

    [Fact]
    public void A_wide_character_counts_as_two_columns()
    {
        Assert.Equal(" ^~~~", Marks("\"班额\": 45", 2, 2));
        Assert.Equal("        ^~", Marks("\"班额\": 45", 7, 2));
    }

    [Fact]
    public void A_character_of_two_units_counts_as_two_units_and_two_columns() => Assert.Equal("   ^", Marks("\ud840\udc00 x", 4, 1));

    [Fact]
    public void A_combining_mark_takes_no_column() => Assert.Equal(" ^", Marks("e\u0301x", 3, 1));

    [Fact]
    public void A_tab_becomes_a_blank_and_a_control_character_a_mark() =>
        Assert.Equal(("  \uFFFDx", "   ^"), Caret.Of(new SourceSpan("f", 1, 4, 1, "\t\t\u001bx"), 80));

    [Theory]
    [InlineData(1)]
    [InlineData(150)]
    [InlineData(300)]
    public void A_line_that_is_too_long_is_cut_around_the_place(int column)
    {
        string line = string.Concat(Enumerable.Range(0, 300).Select(i => (char)('a' + (i % 26))));
        (string shown, string marks) = Caret.Of(new SourceSpan("f", 1, column, 3, line), 60)!.Value;
        Assert.InRange(shown.Length, 20, 60);
        Assert.Equal(line[column - 1], shown[marks.IndexOf('^', StringComparison.Ordinal)]);
        Assert.Equal(column > 30, shown[0] == '…');
        Assert.Equal(column < 270, shown[^1] == '…');
    }

    [Fact]
    public void A_long_line_of_wide_characters_keeps_within_the_screen()
    {
        (string shown, string marks) = Caret.Of(new SourceSpan("f", 1, 200, 2, new string('班', 400)), 60)!.Value;
        Assert.InRange(Page.Columns(shown), 20, 60);
        Assert.InRange(marks.Length, 4, 60);
    }

    [Fact]
    public void Without_the_line_or_the_column_there_is_no_caret()
    {
        Assert.Null(Caret.Of(new SourceSpan("f", 1, 1), 80));
        Assert.Null(Caret.Of(new SourceSpan("f", 1, 0, 1, "abc"), 80));
    }

    private static string Marks(string line, int column, int length) => Caret.Of(new SourceSpan("f", 1, column, length, line), 80)!.Value.Marks;
}
