using System.Text;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Tests.Diagnostics;

public sealed class SourceFileTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("班")]
    [InlineData("𠮷")]
    [InlineData("a班𠮷é")]
    public void A_column_far_out_on_a_line_counts_the_units_before_it(string pattern)
    {
        string line = string.Concat(Enumerable.Repeat(pattern, 1_000));
        SourceFile file = new("x", Encoding.UTF8.GetBytes($"\uFEFF{line}\n{line}"));

        for (int units = 0; units < line.Length; units++)
        {
            if (char.IsLowSurrogate(line[units])) continue;
            int bytes = Encoding.UTF8.GetByteCount(line.AsSpan(0, units));
            Assert.Equal((1, units + 1), Place(file, 3 + bytes));
            Assert.Equal((2, units + 1), Place(file, 3 + Encoding.UTF8.GetByteCount(line) + 1 + bytes));
        }
    }

    private static (int Line, int Column) Place(SourceFile file, int offset)
    {
        SourceSpan span = file.SpanAt(offset);
        return (span.Line, span.Column);
    }
}
