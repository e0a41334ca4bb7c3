using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Interop;

namespace ComplianceRules.RulesEngine.Tests.Importing;

/// <summary>Holds what both say of rows against each other and against what the import told, and counts.</summary>
internal sealed class HeldRules
{
    private static readonly string[] Unread = ["Exception while parsing", "Error while compiling"];

    private static readonly string[] WholeThere = ["Count", ".Year", ".Month", ".Day", ".Length", "int(", "long("];

    private int _made;
    private int _imported;
    private int _rows;
    private int _same;
    private int _unread;
    private int _told;
    private int _excused;
    private int _nulls;

    /// <summary>Where they differ and no note says so.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Counts what was imported of a made workflow.</summary>
    public void Count(Checked<ImportedPack> imported, int made)
    {
        _made += made;
        if (imported.IsValid) _imported += imported.Value.Imported;
    }

    /// <summary>Whether most rules were imported and most verdicts compared, so that finding no fault says something.</summary>
    public bool IsEnough => _imported > _made * 0.85 && _unread < _rows * 0.4 && _same > _made * 10 && _nulls > _made * 0.6 && _excused < _rows * 0.005;

    /// <summary>Holds a rule on a row.</summary>
    /// <param name="rule">The rule as it was made.</param>
    /// <param name="pair">What both say.</param>
    /// <param name="snapshot">The rows.</param>
    /// <param name="origin">Where it comes from, for faults.</param>
    /// <param name="types">What facts are in the application, in the order of the findings of RulesEngine.</param>
    public void Hold(MadeForeignRule rule, VerdictPair pair, Snapshot snapshot, string origin, params ReadOnlySpan<ForeignTypes> types)
    {
        for (int i = 0; i < types.Length; i++)
        {
            Finding theirs = pair.Findings[i];
            _rows++;
            bool isUnread = theirs.Verdict == Verdict.Undetermined && Unread.Any(u => theirs.Message.English!.Contains(u, StringComparison.Ordinal));
            if (isUnread)
            {
                _unread++;
                continue;
            }

            Verdict there = rule.IsJoined && theirs.Verdict == Verdict.Undetermined ? Verdict.NonCompliant : theirs.Verdict;
            string[] missing = Missing(rule, pair, snapshot);
            bool isSame = there == pair.Ours && (there != Verdict.Undetermined || missing.Length == 0);
            if (isSame) _same++;
            else if (IsTold(pair, there, missing)) _told++;
            else if (IsExcused(rule, pair, there, types[i], snapshot)) _excused++;
            else Faults.Add($"{pair} ({there} of {types[i]}), {origin}, without {string.Join(", ", missing)}: {rule.Text}\n   {theirs.Message.English!}\n   {string.Join("\n   ", pair.Rule.Diagnostics.Where(d => d.Code != DiagnosticCodes.NameMatched))}");
            if (missing.Length > 0) _nulls++;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{_made} rules, {_imported} imported; {_rows} verdicts of RulesEngine: {_unread} not read, {_same} the same, {_told} told as of nulls, {_excused} told otherwise; {_nulls} where a fact that is read is missing";

    // A note speaks of one fact that is missing alone. Of several ways to what is missing (a class is in the list of its school, too) it has to name one, or the rule here says nothing.
    private static bool IsTold(VerdictPair pair, Verdict there, string[] missing)
    {
        Diagnostic[] told = [.. pair.Rule.Diagnostics.Where(d => d.Code == DiagnosticCodes.NullDiffers && missing.Contains(d.Arguments[0].Split('.')[^1]))];
        return missing.Length > 1 ? told.Length > 0 || pair.Ours == Verdict.Undetermined : told.Any(d => Says(d.Arguments[1], there) && Says(d.Arguments[2], pair.Ours));
    }

    // A note excuses only what it speaks of, and only where the rows or the rule have it.
    private static bool IsExcused(MadeForeignRule rule, VerdictPair pair, Verdict there, ForeignTypes types, Snapshot snapshot)
    {
        int[] classes = Classes(pair, snapshot);
        NumberColumn teachers = (NumberColumn)snapshot.Table(BaseTables.Class).Columns.Single(c => c.Field.Name == "teachers");
        TimeColumn lights = (TimeColumn)snapshot.Table(BaseTables.Class).Columns.Single(c => c.Field.Name == "lights_out");
        bool oneIsOpen = there == Verdict.Undetermined || pair.Ours == Verdict.Undetermined;
        return pair.Rule.Diagnostics.Select(d => d.Code).Any(code =>
            (code == DiagnosticCodes.ParameterUnread && (oneIsOpen || rule.IsJoined))
            || (code == DiagnosticCodes.DivisionByZeroDiffers && classes.Any(c => teachers.IsKnown(c) && teachers[c] == 0))
            || (code == DiagnosticCodes.EmptyList && (oneIsOpen || rule.IsJoined) && (classes.Length == 0 || rule.Text.Contains("Where(", StringComparison.Ordinal)))
            || (code == DiagnosticCodes.WholeDivision && !oneIsOpen && (types != ForeignTypes.Fractions || WholeThere.Any(w => rule.Text.Contains(w, StringComparison.Ordinal))))
            || (code == DiagnosticCodes.WholeOverflow && !oneIsOpen && rule.Text.Contains("100000000", StringComparison.Ordinal))
            || (code == DiagnosticCodes.BinaryFractions && !oneIsOpen && (!rule.IsExact || rule.Text.Contains("Average", StringComparison.Ordinal)))
            || (code == DiagnosticCodes.TimePastMidnight && !oneIsOpen && (rule.Text.Contains("00:30", StringComparison.Ordinal) || classes.Any(c => lights.IsKnown(c) && lights[c] >= 24 * 60))));
    }

    private static bool Says(string told, Verdict verdict) => told.Split(" / ").Contains(verdict switch
    {
        Verdict.Compliant => "true",
        Verdict.NonCompliant => "false",
        _ => told.Contains("fails", StringComparison.Ordinal) ? "fails" : "undetermined",
    });

    // What is missing of this row and the rule comes to, once for each way to it.
    private static string[] Missing(MadeForeignRule rule, VerdictPair pair, Snapshot snapshot)
    {
        FactTable classes = snapshot.Table(BaseTables.Class);
        FactTable schools = snapshot.Table(BaseTables.School);
        bool isClass = pair.Table.Schema.Name == BaseTables.Class;
        int school = isClass ? classes.Parent(pair.Row) : pair.Row;
        List<string> ways = [.. Unknown(schools, school).Select(f => $"school.{f}")];
        // A rule of a school has parameters beside it that may read a class, the first one.
        ways.AddRange(Unknown(classes, isClass ? pair.Row : 0).Select(f => $"class.{f}"));
        ChildList list = schools.List("classes")!;
        if (!list.IsReported(school)) ways.Add("school.classes");
        else
        {
            (int start, int end) = list.Rows(school);
            for (int row = start; row < end; row++) ways.AddRange(Unknown(classes, row).Select(f => $"list.class.{f}"));
        }

        return [.. ways.Distinct(StringComparer.Ordinal).Where(rule.Reads.Contains).Select(w => w.Split('.')[^1])];
    }

    // The classes of the row's school.
    private static int[] Classes(VerdictPair pair, Snapshot snapshot)
    {
        (int start, int end) = snapshot.Table(BaseTables.School).List("classes")!.Rows(pair.Table.Schema.Name == BaseTables.Class ? pair.Table.Parent(pair.Row) : pair.Row);
        return [.. Enumerable.Range(start, end - start)];
    }

    private static IEnumerable<string> Unknown(FactTable table, int row) => table.Columns.Where(c => !c.IsKnown(row)).Select(c => c.Field.Name);
}
