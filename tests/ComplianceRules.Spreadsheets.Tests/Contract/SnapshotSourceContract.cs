using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Golden;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>What every source owes its callers, whatever it is given: never an exception, never a guess, never a record lost.</summary>
public abstract class SnapshotSourceContract : IDisposable
{
    private readonly SourceKit _kit;

    private protected SnapshotSourceContract(SourceKit kit) => _kit = kit;

    public static TheoryData<string> Inputs => [.. HostileInputs.All.Select(i => i.Name)];

    public void Dispose()
    {
        _kit.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Every_record_is_judged_or_listed_or_filtered(string name)
    {
        MadeDocument document = DocumentOf(name);
        if (_kit.Open(document) is not { } source) return;
        Reading skipping = Reading.Of(source, skip: true);
        if (skipping.Result.IsValid) Assert.True(document.Classes.IsEmpty || _kit.HasAll(document, skipping.Result.Value.Data), skipping.Summary);
        Reading strict = Reading.Of(_kit.Open(document)!, skip: false);
        Assert.Equal(strict.Result.IsValid, skipping.Result.IsValid && skipping.Result.Value.Data.Skipped.IsEmpty);
        Assert.All(strict.Problems, ShowItself);
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_fact_is_what_was_meant_or_unknown_with_its_reason_listed(string name)
    {
        MadeDocument document = DocumentOf(name);
        if (_kit.Open(document) is not { } source) return;
        Reading reading = Reading.Of(source, skip: true);
        if (!reading.Result.IsValid) return;
        FactTable classes = reading.Result.Value.Table("class");
        for (int row = 0; row < classes.Count; row++)
        {
            MadeClass made = document.Classes.First(c => c.Id == classes.Id(row));
            foreach ((string column, MadeCell cell) in made.Cells.Where(c => document.Columns.Contains(c.Key))) Compare(classes, row, column, cell, reading);
        }
    }

    [Fact]
    public void The_outcome_of_every_input_is_the_approved_one()
    {
        IEnumerable<string> lines = HostileInputs.All.Select(i => $"{i.Name}: {Outcome(i.Document)}");
        ApprovedFile.Match($"tests/ComplianceRules.Spreadsheets.Tests/Contract/Approved/{_kit.Name.Replace(' ', '-')}.txt", string.Join('\n', [.. lines, string.Empty]));
    }

    private static MadeDocument DocumentOf(string name) => HostileInputs.All.Single(i => i.Name == name).Document;

    private static void ShowItself(Diagnostic problem)
    {
        Assert.NotNull(problem.Span);
        Assert.NotEmpty(problem.ToText(TextLanguage.Chinese));
        Assert.InRange(problem.ToText(TextLanguage.English).Length, 20, 600);
    }

    private static void Compare(FactTable classes, int row, string column, MadeCell cell, Reading reading)
    {
        object? value = Value(classes.Column(column), row);
        if (value is not null)
        {
            Assert.Equal(cell.Meaning, value);
            return;
        }

        bool isListed = reading.Problems.Any(p => p.Arguments.Contains(column));
        Assert.True(cell.Kind == MadeKind.Blank || isListed || !classes.Schema.Fields.ContainsKey(column), $"`{column}` of `{classes.Id(row)}` is lost: {reading.Summary}");
    }

    private static object? Value(FactColumn? column, int row) => column switch
    {
        NumberColumn numbers when numbers.IsKnown(row) => numbers[row],
        DateColumn days when days.IsKnown(row) => (double)days[row].DayNumber,
        TimeColumn times when times.IsKnown(row) => (double)times[row],
        TextColumn texts when texts.IsKnown(row) => texts[row],
        _ => null,
    };

    private string Outcome(MadeDocument document)
    {
        if (_kit.Open(document) is not { } source) return "cannot be";
        Reading strict = Reading.Of(source, skip: false);
        Reading skipping = Reading.Of(_kit.Open(document)!, skip: true);
        return strict.Summary == skipping.Summary ? strict.Summary : $"{strict.Summary}; skipping: {skipping.Summary}";
    }
}
