using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;
using ComplianceRules.Tests;
using DatabaseSample;
using DatabaseSample.Schools;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ComplianceRules.Samples.Tests.Database;

/// <summary>What holds of each database: its schools get the verdicts that the same objects get without a database.</summary>
public abstract class DatabaseContract : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 9, 1);

    private ServiceProvider? _services;

    private IServiceProvider Services => _services ?? throw new InvalidOperationException("the test has not begun");

    private SchoolReader Reader => Services.GetRequiredService<SchoolReader>();

    /// <summary>Makes the database ready and says how to reach it.</summary>
    protected abstract Task<DatabaseAt> OpenAsync();

    public async Task InitializeAsync()
    {
        DatabaseAt at = await OpenAsync();
        _services = new ServiceCollection()
            .AddComplianceRules(packs => packs.AddPacksFromDirectory(SmallPacks.Path))
            .AddDbContextFactory<SchoolsContext>(context => new DatabaseOptions { AsOf = Day, Provider = at.Provider }.Apply(context, at.Connection))
            .AddSingleton<SchoolReader>()
            .BuildServiceProvider();
        await Reader.MakeUpAsync(default);
    }

    public async Task DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
    }

    [Fact]
    public async Task Entities_get_the_verdicts_of_the_objects_themselves()
    {
        (string[] findings, Assessment whole) = await StreamedAsync();
        Assert.Equal(Expected(3), findings);
        Assert.Equal(3, whole.Data.Rows["school"]);
    }

    [Fact]
    public async Task Plain_rows_get_the_verdicts_of_the_objects_themselves()
    {
        Checked<Assessment> done = await Reader.EvaluateRowsAsync(Day, default);
        Assert.True(done.IsValid, string.Join('\n', done.Diagnostics));
        Assert.Empty(done.Value.Data.Issues);
        Assert.Equal(Expected(3), Lines(done.Value.Findings));
    }

    [Fact]
    public async Task Schools_by_the_thousand_are_judged_as_they_come()
    {
        const int count = 1500;
        await using (SchoolsContext context = await Services.GetRequiredService<IDbContextFactory<SchoolsContext>>().CreateDbContextAsync())
        {
            context.Schools.AddRange(MadeUpSchools.Of(count).Skip(3));
            await context.SaveChangesAsync();
        }

        int parts = 0;
        Assessment? whole = null;
        await foreach (AssessmentPart part in Reader.EvaluateAsync(Day, default))
        {
            parts++;
            whole = part.Whole;
        }

        Assert.True(parts > 1);
        Assert.Equal(Judged(count).Rules.Select(r => (r.Rule, r.Counts)), whole!.Rules.Select(r => (r.Rule, r.Counts)));
    }

    [Fact]
    public async Task Reading_stops_when_it_is_told_to()
    {
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (AssessmentPart part in Reader.EvaluateAsync(Day, stop.Token)) Assert.NotNull(part);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Reader.EvaluateRowsAsync(Day, stop.Token));
    }

    private static string[] Lines(IEnumerable<Finding> findings) =>
        [.. findings.Where(f => f.Subject?.Table is "school" or "class").Select(f => $"{f.Rule} {f.Subject} {f.Subject?.Name} {f.Verdict} {f.Observed} {f.Limit} {string.Join(',', f.Missing.Select(m => m.Path))}").Order(StringComparer.Ordinal)];

    private string[] Expected(int count)
    {
        string[] lines = Lines(Judged(count).Findings);
        Assert.Contains(lines, line => line.Contains("NonCompliant", StringComparison.Ordinal));
        return lines;
    }

    private Assessment Judged(int count)
    {
        IComplianceEvaluator evaluator = Services.GetRequiredService<IComplianceEvaluator>();
        SnapshotBuilder builder = new(evaluator.Packs.Schema, new SnapshotOptions());
        builder.AddRows(SchoolShapes.School, MadeUpSchools.Of(count));
        return evaluator.Evaluate(builder.Build().Value, new EvaluationOptions { AsOf = Day, Run = new RunOptions { EachRow = true } });
    }

    private async Task<(string[] Findings, Assessment Whole)> StreamedAsync()
    {
        List<string> findings = [];
        Assessment? whole = null;
        await foreach (AssessmentPart part in Reader.EvaluateAsync(Day, default))
        {
            findings.AddRange(Lines(part.Findings));
            whole = part.Whole;
        }

        return ([.. findings.Order(StringComparer.Ordinal)], whole!);
    }
}
