using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Kinds;

namespace ComplianceRules.Tests.Engine.Overviews;

/// <summary>Makes the numbers of an overview once more, row by row, from what the interpreter says, and holds the overview to them.</summary>
internal sealed class OverviewOracle
{
    private readonly Catalogue _catalogue;
    private readonly Snapshot _snapshot;
    private readonly RowStacks _stacks;
    private readonly RuleJudge _judge;
    private readonly AssessmentOverview _overview;
    private readonly CheckedRule[] _rules;

    public OverviewOracle(Catalogue catalogue, Snapshot snapshot, RunOptions options, AssessmentOverview overview)
    {
        (_catalogue, _snapshot, _overview) = (catalogue, snapshot, overview);
        CheckedRule[] inForce = [.. catalogue.Rules.Where(r => r.Rule.Effective.Contains(Judged.Day))];
        _stacks = new RowStacks(snapshot, new StackBook(catalogue, Judged.Day), options);
        RunWaivers? waivers = DayWaivers.Of([.. catalogue.Waivers, .. options.Waivers?.Checked ?? []], Judged.Day) is { } day ? new RunWaivers(day, snapshot, _stacks) : null;
        _judge = new RuleJudge(new JudgedFacts(snapshot, options.Previous, Judged.Day) { Waivers = waivers }, _stacks, new RuleFamilies(inForce), CancellationToken.None);
        _rules = [.. inForce.Where(r => options.Selects(r) && !ReadsPersons(r))];
    }

    /// <summary>How many rows of measures lay in bins.</summary>
    public long Measured { get; private set; }

    /// <summary>What is wrong first; null where nothing is.</summary>
    public string? Fault() => OfSchools() ?? OfRegions() ?? OfMeasures();

    private string? OfSchools()
    {
        FactTable schools = _snapshot.Table(BaseTables.School);
        Dictionary<(int School, string Area), (VerdictCounts Counts, Severity? Gravest)> found = [];
        foreach ((CheckedRule rule, int row) in _rules.SelectMany(Rows))
        {
            if (SchoolOf(_snapshot.Table(rule.Rule.Subject), row) is not { } school) continue;
            (VerdictCounts counts, Severity? gravest) = found.GetValueOrDefault((school, rule.Rule.Area), (VerdictCounts.None, null));
            Verdict verdict = _judge.Judge(rule).Verdict(row);
            Severity severity = RuleSeverity.Of(rule, Judged.Day).Severity;
            if (verdict == Verdict.NonCompliant && !(gravest >= severity)) gravest = severity;
            found[(school, rule.Rule.Area)] = (counts.Plus(One(verdict)), gravest);
        }

        string[] areas = [.. found.Keys.Select(k => k.Area).Distinct().Order(StringComparer.Ordinal)];
        if (!areas.SequenceEqual(_overview.Areas.Select(a => a.Id))) return $"areas {string.Join(", ", areas)}";
        int[] judged = [.. Enumerable.Range(0, schools.Count).Where(s => _stacks.Of(schools, s) is not null)];
        if (!judged.Select(schools.Id).SequenceEqual(_overview.Schools.Select(s => s.School.Id))) return "schools";
        for (int i = 0; i < judged.Length; i++)
        {
            for (int area = 0; area < areas.Length; area++)
            {
                (VerdictCounts counts, Severity? gravest) = found.GetValueOrDefault((judged[i], areas[area]), (VerdictCounts.None, null));
                AreaVerdicts said = _overview.Schools[i].Areas[area];
                if (said.Counts != counts || said.Gravest != gravest) return $"{_overview.Schools[i].School} in {areas[area]}: {said}, not {counts} {gravest}";
            }
        }

        return null;
    }

    private string? OfRegions()
    {
        foreach (RegionOverview region in _overview.Regions.Where(r => r.Parent is not null))
        {
            if (_overview.Regions.All(r => r.Code != region.Parent)) return $"{region} below nothing";
        }

        foreach (SchoolOverview school in _overview.Schools.Where(s => s.Region is not null))
        {
            if (_overview.Regions.All(r => r.Code != school.Region)) return $"{school.School} in a region that is not listed";
        }

        return _overview.Regions.Select(r => r.Code.Text).SequenceEqual(_overview.Regions.Select(r => r.Code.Text).Distinct().Order(StringComparer.Ordinal)) ? null : "the order of regions";
    }

    private string? OfMeasures()
    {
        Queue<MeasureOverview> told = new(_overview.Measures);
        foreach (CheckedRule rule in _rules)
        {
            (CheckedRule Rule, int Row)[] rows = [.. Rows(rule).Where(r => _judge.Judge(rule).Verdict(r.Row) != Verdict.NotApplicable)];
            if (rule.Form.Observed is not { Type: { IsList: false, Kind: FieldType.Number or FieldType.Date or FieldType.Time } } observed || rows.Length == 0) continue;
            if (!told.TryDequeue(out MeasureOverview? measure) || measure.Rule != rule.Id || measure.Pack != rule.Pack.Id) return $"no measure of {rule.FullId}";
            (double? Value, bool? IsKept)[] values = [.. rows.Select(r => (Value(rule, observed, r.Row), IsKept(rule, r.Row)))];
            string? fault = OfBins(measure, values) ?? OfLimits(measure, [.. rows.SelectMany(r => rule.Form.Bounds.SelectMany(b => Limits(rule, b, r.Row)))]);
            if (fault is null && rule.Form.Bounds is [{ Kind: BoundKind.Max or BoundKind.Min or BoundKind.Above or BoundKind.Below }] && measure.Limits is [{ Edge: not null }]) fault = OfPlainLimit(measure);
            if (fault is not null) return $"{fault}\n{OverviewText.Of(measure)}";
        }

        return told.Count == 0 ? null : $"a measure of {told.Peek().Rule} too many";
    }

    private string? OfBins(MeasureOverview measure, (double? Value, bool? IsKept)[] values)
    {
        double[] known = [.. values.Select(v => v.Value).OfType<double>()];
        if (measure.Rows != values.Length || measure.Unknown != values.Length - known.Length) return "rows";
        if (known.Length == 0) return measure.Bins.IsEmpty && measure.Least is null && measure.Most is null ? null : "bins of nothing";
        if (measure.Least != known.Min() || measure.Most != known.Max()) return FormattableString.Invariant($"ends {known.Min():R} and {known.Max():R}");
        if (measure.Bins.Length > 62) return "too many bins";
        for (int i = 0; i < measure.Bins.Length; i++)
        {
            MeasureBin bin = measure.Bins[i];
            bool isFirst = i == 0, isLast = i == measure.Bins.Length - 1;
            bool includesFrom = isFirst || !measure.Bins[i - 1].IncludesTo;
            if (!isFirst && measure.Bins[i - 1].To != bin.From) return $"a gap before {bin}";
            (double? Value, bool? IsKept)[] inside = [.. values.Where(v => (isFirst || v.Value > bin.From || (includesFrom && v.Value == bin.From)) && (isLast || v.Value < bin.To || (bin.IncludesTo && v.Value == bin.To)) && v.Value is not null)];
            (long Kept, long Broken, long Open) counts = (inside.LongCount(v => v.IsKept == true), inside.LongCount(v => v.IsKept == false), inside.LongCount(v => v.IsKept is null));
            if (counts != (bin.Kept, bin.Broken, bin.Open)) return $"{bin}, not {counts}";
        }

        Measured += known.Length;
        double width = measure.Bins[0].To - measure.Bins[0].From;
        if (measure.Bins.Any(b => Math.Abs(b.To - b.From - width) > 1e-6 * Math.Max(1, Math.Abs(b.To)))) return "uneven bins";
        return measure.Step is { } step && Math.Abs(Math.IEEERemainder(width, step)) > 1e-9 ? "bins beside the step" : null;
    }

    private static string? OfLimits(MeasureOverview measure, (double Value, bool IsUpper, bool IsIncluded)[] limits)
    {
        string[] expected = [.. limits.GroupBy(l => l).OrderByDescending(l => l.Count()).ThenBy(l => l.Key).Take(12).OrderBy(l => l.Key).Select(l => $"{l.Key} {l.Count()}")];
        string[] found = [.. measure.Limits.Select(l => $"{(l.Value, l.IsUpper, l.IsIncluded)} {l.Rows}")];
        return expected.SequenceEqual(found) ? null : $"limits {string.Join(", ", expected)}";
    }

    private static string? OfPlainLimit(MeasureOverview measure) =>
        measure.Bins.FirstOrDefault(b => b is { Kept: > 0, Broken: > 0 }) is { } mixed ? $"{mixed} mixes" : null;

    private IEnumerable<(CheckedRule Rule, int Row)> Rows(CheckedRule rule) =>
        Enumerable.Range(0, _snapshot.Table(rule.Rule.Subject).Count).Where(row => _judge.Judge(rule).InStack(row)).Select(row => (rule, row));

    private int? SchoolOf(FactTable table, int row)
    {
        while (row >= 0 && table.Schema.Name != BaseTables.School && table.Schema.Name != BaseTables.Region)
        {
            row = table.Parent(row);
            table = _snapshot.Table(table.Schema.Parent!);
        }

        return row >= 0 && table.Schema.Name == BaseTables.School ? row : null;
    }

    private bool? IsKept(CheckedRule rule, int row) => _judge.Judge(rule) is var bits && Bit(bits.Broken, bits, row) ? false : Bit(bits.Open, bits, row) ? null : true;

    private static bool Bit(ReadOnlySpan<ulong> words, RuleBits bits, int row) => ValidityBits.Get(words, row - bits.First);

    private IEnumerable<(double Value, bool IsUpper, bool IsIncluded)> Limits(CheckedRule rule, Bound bound, int row)
    {
        (double? limit, double? room) = (Value(rule, bound.Value, row), bound.Tolerance is null ? 0 : Value(rule, bound.Tolerance, row));
        if (limit is not { } value || room is not { } around) return [];
        return bound.Kind == BoundKind.Equals
            ? [((double)((decimal)value - (decimal)around), false, true), ((double)((decimal)value + (decimal)around), true, true)]
            : [(value, bound.Kind is BoundKind.Max or BoundKind.Below, bound.Kind is BoundKind.Max or BoundKind.Min)];
    }

    private double? Value(CheckedRule rule, TypedExpression expression, int row)
    {
        FactTable table = _snapshot.Table(rule.Rule.Subject);
        return _judge.Interpreter.Evaluate(expression, new RowFrames(table, row, _stacks.Of(table, row)!.ParametersOf(rule.Pack.Id))) switch
        {
            NumberValue number => number.Number.ToDouble(),
            RootValue root => root.Near.ToDouble(),
            TimeValue time => time.Minutes,
            DateValue day => day.Day.DayNumber,
            _ => null,
        };
    }

    private bool ReadsPersons(CheckedRule rule) =>
        _catalogue.Schema.IsPersonal(rule.Rule.Subject) || rule.Form.Parts.Any(p => Tables(p).Any(_catalogue.Schema.IsPersonal)) || rule.Form.CountedRules.SelectMany(c => _catalogue.Families.Of(c)).Any(ReadsPersons);

    private IEnumerable<string> Tables(TypedExpression part) => part switch
    {
        FieldExpression fact => [fact.Row.Table],
        HasExpression { List: { } list } has => [_catalogue.Schema.List(has.Row.Table, list)!.Name],
        RowsExpression rows => [rows.List.Table],
        AnyChildExpression any => [any.List.Table],
        ChildShareExpression share => [share.List.Table],
        _ => [],
    };

    private static VerdictCounts One(Verdict verdict) => new(
        verdict == Verdict.Compliant ? 1 : 0, verdict == Verdict.NonCompliant ? 1 : 0, verdict == Verdict.Undetermined ? 1 : 0, verdict == Verdict.NotApplicable ? 1 : 0, verdict == Verdict.Waived ? 1 : 0);
}
