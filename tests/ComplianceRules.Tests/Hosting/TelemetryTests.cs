using System.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ComplianceRules.Tests.Hosting;

public sealed class TelemetryTests
{
    private static readonly EvaluationOptions Day = new() { AsOf = new DateOnly(2026, 9, 1) };
    private static readonly SchoolRecord School = new("secret-school")
    {
        Name = "secret-name",
        Region = "370000",
        Classes = [new ClassRecord("1") { Facts = new Dictionary<string, FactValue> { ["enrolment"] = 5 } }, new ClassRecord("2")],
    };

    [Fact]
    public void An_exporter_sees_evaluations_loads_findings_and_errors()
    {
        using RewrittenPacks packs = new();
        List<Activity> activities = [];
        List<Metric> metrics = [];
        string set = $"set-{Environment.CurrentManagedThreadId}-{packs.Path.GetHashCode(StringComparison.Ordinal)}";
        using TracerProvider tracing = Sdk.CreateTracerProviderBuilder().AddSource(ComplianceRulesTelemetry.ActivitySourceName).AddInMemoryExporter(activities).Build();
        using (MeterProvider metering = Sdk.CreateMeterProviderBuilder().AddMeter(ComplianceRulesTelemetry.MeterName).AddInMemoryExporter(metrics).Build())
        using (ServiceProvider provider = new ServiceCollection().AddMetrics().AddKeyedComplianceRules(set, o => o.AddPacksFromDirectory(packs.Path)).BuildServiceProvider())
        {
            IComplianceEvaluator evaluator = provider.GetRequiredKeyedService<IComplianceEvaluator>(set);
            Assert.True(evaluator.EvaluateOne(School, Day).IsValid);
            Assert.True(evaluator.EvaluateOne(School, Day).IsValid);
            Assert.False(evaluator.EvaluateOne(new SchoolRecord(string.Empty), Day).IsValid);
            Assert.Throws<ArgumentException>(() => evaluator.EvaluateOne(School, Day with { Run = new() { Areas = ["none"] } }));
            packs.Write(isOuter: true, "nonsense");
            provider.GetRequiredKeyedService<IRulePackMonitor>(set).Reload();
            metering.ForceFlush();
        }

        Dictionary<string, double> seen = Points(metrics, set);
        Assert.Equal(2, seen["compliance_rules.evaluations outcome=ok"]);
        Assert.Equal(1, seen["compliance_rules.evaluations outcome=refused"]);
        Assert.Equal(1, seen["compliance_rules.evaluations outcome=failed"]);
        Assert.Equal(6, seen["compliance_rules.evaluation.rows"]);
        Assert.Equal(4, seen["compliance_rules.findings area=x binding=mandatory verdict=non_compliant"]);
        Assert.Equal(4, seen["compliance_rules.findings area=x binding=mandatory verdict=undetermined"]);
        Assert.Equal(1, seen["compliance_rules.pack.loads outcome=loaded"]);
        Assert.Equal(1, seen["compliance_rules.pack.loads outcome=refused"]);
        Assert.Contains(seen.Keys, k => k.StartsWith("compliance_rules.pack.load_errors code=CR1", StringComparison.Ordinal));
        Assert.Equal(2, seen["compliance_rules.evaluation.duration outcome=ok"]);
        Assert.Equal(2, seen["compliance_rules.evaluation.rate"]);

        Activity[] own = [.. activities.Where(a => Equals(a.GetTagItem("compliance_rules.set"), set))];
        Assert.Equal(2, own.Count(a => a.OperationName == "compliance_rules.evaluate" && a.Status == ActivityStatusCode.Unset));
        Assert.Equal(2, own.Count(a => a.OperationName == "compliance_rules.evaluate" && a.Status == ActivityStatusCode.Error));
        Assert.Equal(2, own.Count(a => a.OperationName == "compliance_rules.load_packs"));
        Assert.DoesNotContain(own.SelectMany(a => a.TagObjects), tag => $"{tag.Value}".Contains("secret", StringComparison.Ordinal));
        Assert.DoesNotContain(seen.Keys, k => k.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_of_a_school_is_logged()
    {
        using RewrittenPacks packs = new();
        using TestHost host = new(o => o.AddPacksFromDirectory(packs.Path));
        host.Evaluator.EvaluateOne(School, Day);
        host.Evaluator.EvaluateOne(School with { Classes = [new ClassRecord("secret-class"), new ClassRecord("secret-class")] }, Day);
        Assert.Contains(host.Log.Lines, line => line is (1, LogLevel.Information, _));
        Assert.Contains(host.Log.Lines, line => line is (8, LogLevel.Debug, _));
        Assert.Contains(host.Log.Lines, line => line is (9, LogLevel.Warning, _));
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains("secret", StringComparison.Ordinal));
    }

    // A counter's sum, or how often a histogram was told something.
    private static Dictionary<string, double> Points(IEnumerable<Metric> metrics, string set)
    {
        Dictionary<string, double> seen = new(StringComparer.Ordinal);
        foreach (Metric metric in metrics)
        {
            foreach (ref readonly MetricPoint point in metric.GetMetricPoints())
            {
                Dictionary<string, string> tags = [];
                foreach (KeyValuePair<string, object?> tag in point.Tags) tags.Add(tag.Key.Replace("compliance_rules.", string.Empty, StringComparison.Ordinal), $"{tag.Value}");
                if (!tags.Remove("set", out string? of) || of != set) continue;
                string key = string.Join(' ', tags.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}={t.Value}").Prepend(metric.Name));
                seen[key] = metric.MetricType == MetricType.Histogram ? point.GetHistogramCount() : point.GetSumLong();
            }
        }

        return seen;
    }
}
