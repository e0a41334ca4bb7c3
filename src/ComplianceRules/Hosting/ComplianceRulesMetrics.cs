using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Hosting;

/// <summary>Counts evaluations and loads of packs. Nothing that tells of a school is among the tags.</summary>
/// <remarks>May be shared between threads.</remarks>
internal sealed class ComplianceRulesMetrics : IDisposable
{
    private const string SetTag = "compliance_rules.set";
    private const string OutcomeTag = "compliance_rules.outcome";

    private readonly Meter _meter;
    private readonly bool _isOwner;
    private readonly Counter<long> _evaluations;
    private readonly Counter<long> _rows;
    private readonly Counter<long> _findings;
    private readonly Counter<long> _loads;
    private readonly Counter<long> _loadErrors;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _rate;
    private readonly Histogram<double> _loadDuration;

    /// <summary>Makes the instruments.</summary>
    /// <param name="factory">The application's factory of meters; null where it has none.</param>
    public ComplianceRulesMetrics(IMeterFactory? factory)
    {
        // The factory ends its meters itself.
        _isOwner = factory is null;
        _meter = factory?.Create(ComplianceRulesTelemetry.MeterName) ?? new Meter(ComplianceRulesTelemetry.MeterName);
        _evaluations = _meter.CreateCounter<long>("compliance_rules.evaluations", "{evaluation}", "Evaluations, by their outcome.");
        _rows = _meter.CreateCounter<long>("compliance_rules.evaluation.rows", "{row}", "Rows of data that were judged.");
        _findings = _meter.CreateCounter<long>("compliance_rules.findings", "{finding}", "Rows that break a rule, leave it undetermined or are excused, by area, binding and verdict.");
        _duration = _meter.CreateHistogram("compliance_rules.evaluation.duration", "s", "How long evaluations took.", advice: Seconds([0.0001, 0.001, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300]));
        _rate = _meter.CreateHistogram("compliance_rules.evaluation.rate", "{row}/s", "How many rows a second evaluations judged.", advice: Seconds([1e3, 1e4, 1e5, 1e6, 1e7, 1e8]));
        _loads = _meter.CreateCounter<long>("compliance_rules.pack.loads", "{load}", "Attempts to load packs, by their outcome.");
        _loadErrors = _meter.CreateCounter<long>("compliance_rules.pack.load_errors", "{error}", "Errors in packs that were to be loaded, by their code.");
        _loadDuration = _meter.CreateHistogram("compliance_rules.pack.load_duration", "s", "How long loads of packs took.", advice: Seconds([0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60]));
    }

    /// <summary>The source of activities.</summary>
    public static ActivitySource Activities { get; } = new(ComplianceRulesTelemetry.ActivitySourceName);

    /// <summary>Tells an activity what became of a load.</summary>
    public static void Tell(Activity? activity, string set, PackLoad load)
    {
        activity?.SetTag(SetTag, LogMessages.NameOf(set));
        activity?.SetTag(OutcomeTag, Word(load.Outcome));
        if (!load.IsGood) activity?.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>Begins the activity of an evaluation; null where nobody listens.</summary>
    public static Activity? Begin(string set) => Activities.StartActivity("compliance_rules.evaluate")?.SetTag(SetTag, LogMessages.NameOf(set));

    /// <summary>Tells an activity of an assessment.</summary>
    public static void Tell(Activity? activity, Assessment assessment, long rows)
    {
        if (activity is null) return;
        activity.SetTag(OutcomeTag, "ok").SetTag("compliance_rules.rows", rows).SetTag("compliance_rules.as_of", assessment.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        VerdictCounts counts = assessment.Counts;
        activity.SetTag("compliance_rules.non_compliant", counts.NonCompliant).SetTag("compliance_rules.undetermined", counts.Undetermined);
    }

    /// <summary>Tells an activity that there is no assessment.</summary>
    public static void Tell(Activity? activity, string outcome) => activity?.SetTag(OutcomeTag, outcome).SetStatus(ActivityStatusCode.Error);

    /// <summary>Ends the instruments where nobody else does.</summary>
    public void Dispose()
    {
        if (_isOwner) _meter.Dispose();
    }

    /// <summary>Counts a load.</summary>
    public void Count(string set, PackLoad load, TimeSpan elapsed)
    {
        TagList tags = new() { { SetTag, LogMessages.NameOf(set) }, { OutcomeTag, Word(load.Outcome) } };
        _loads.Add(1, tags);
        _loadDuration.Record(elapsed.TotalSeconds, tags);
        foreach (Diagnostic error in load.Errors) _loadErrors.Add(1, new(SetTag, LogMessages.NameOf(set)), new("compliance_rules.code", error.Code.ToString()));
        if (load.Failure is not null) _loadErrors.Add(1, new(SetTag, LogMessages.NameOf(set)), new("compliance_rules.code", load.Failure.GetType().Name));
    }

    /// <summary>Counts an evaluation that has an assessment.</summary>
    public void Count(string set, Assessment assessment, long rows, TimeSpan elapsed)
    {
        Count(set, "ok", elapsed);
        KeyValuePair<string, object?> ofSet = new(SetTag, LogMessages.NameOf(set));
        _rows.Add(rows, ofSet);
        if (elapsed > TimeSpan.Zero) _rate.Record(rows / elapsed.TotalSeconds, ofSet);
        if (!_findings.Enabled) return;
        foreach (var group in assessment.Rules.GroupBy(r => (r.Area, r.Binding)))
        {
            VerdictCounts counts = group.Aggregate(VerdictCounts.None, (sum, rule) => sum.Plus(rule.Counts));
            Add("non_compliant", counts.NonCompliant);
            Add("undetermined", counts.Undetermined);
            Add("waived", counts.Waived);

            void Add(string verdict, long count)
            {
                if (count > 0) _findings.Add(count, new TagList { ofSet, { "compliance_rules.area", group.Key.Area }, { "compliance_rules.binding", Word(group.Key.Binding) }, { "compliance_rules.verdict", verdict } });
            }
        }
    }

    /// <summary>Counts an evaluation that has none.</summary>
    /// <param name="set">The name of the options.</param>
    /// <param name="outcome">Why.</param>
    /// <param name="elapsed">How long it took.</param>
    public void Count(string set, string outcome, TimeSpan elapsed)
    {
        TagList tags = new() { { SetTag, LogMessages.NameOf(set) }, { OutcomeTag, outcome } };
        _evaluations.Add(1, tags);
        _duration.Record(elapsed.TotalSeconds, tags);
    }

    private static InstrumentAdvice<double> Seconds(double[] boundaries) => new() { HistogramBucketBoundaries = boundaries };

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();
}
