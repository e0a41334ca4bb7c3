using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>Reads what reading the data had found.</summary>
/// <param name="schema">Which rows are persons.</param>
internal sealed class DataReading(FactSchema schema)
{
    private const string CodeMark = "CR";
    private const int CodeDigits = 4;

    /// <summary>Reads it.</summary>
    /// <param name="data">The report.</param>
    /// <exception cref="AssessmentJsonFault">It is none.</exception>
    public DataReport Read(JsonMembers data)
    {
        JsonMembers rows = data.Map("rows");
        return new DataReport(
            rows.Names.ToImmutableSortedDictionary(table => table, table => Rows(rows, table), StringComparer.Ordinal),
            Whole(data, "filtered"),
            Problems(data, "skipped"),
            Problems(data, "issues"),
            data.Texts("unreported"))
        {
            SchoolsWithoutRegion = data.Has("schoolsWithoutRegion") ? Whole(data, "schoolsWithoutRegion") : 0,
        };
    }

    // One or two persons are read as one: that is told again as it was.
    private int Rows(JsonMembers rows, string table)
    {
        ShownCount count = rows.Count(table);
        bool isTold = count.IsExact || (count.IsUnderThree && schema.IsPersonal(table));
        return isTold && count.Least <= int.MaxValue ? (int)count.Least : throw rows.Refused(table, "a count of rows");
    }

    private static ImmutableArray<Diagnostic> Problems(JsonMembers data, string key) => [.. data.Items(key, AssessmentKeys.Problem).Select(Problem)];

    private static Diagnostic Problem(JsonMembers problem)
    {
        DiagnosticCode code = new(Code(problem), problem.Word("severity", FindingNames.Grades));
        ImmutableArray<string> arguments = problem.Texts("arguments");
        if (!DiagnosticTexts.Fits(code, arguments.Length)) throw problem.Refused("arguments", "as many as the code has");
        return new Diagnostic(code, Span(problem), arguments.AsSpan()) { DidYouMean = problem.OptionalText("didYouMean") };
    }

    private static int Code(JsonMembers problem)
    {
        string text = problem.Text("code");
        bool isCode = text.StartsWith(CodeMark, StringComparison.Ordinal) && text.Length == CodeMark.Length + CodeDigits;
        return isCode && int.TryParse(text.AsSpan(CodeMark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw problem.Refused("code", "a code such as `CR4014`");
    }

    private static SourceSpan? Span(JsonMembers problem)
    {
        if (problem.OptionalText("file") is not { } file) return null;
        return new SourceSpan(file, Position(problem, "line"), Position(problem, "column"), problem.Has("length") ? (int)problem.Whole("length", 1, int.MaxValue) : 1) { Sheet = problem.OptionalText("sheet") };
    }

    private static int Position(JsonMembers problem, string key) => problem.IsNull(key) ? 0 : (int)problem.Whole(key, 1, int.MaxValue);

    private static int Whole(JsonMembers data, string key) => (int)data.Whole(key, 0, int.MaxValue);
}
