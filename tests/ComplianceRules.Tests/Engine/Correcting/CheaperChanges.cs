using System.Globalization;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Engine.Correcting;

/// <summary>Every change of facts that is cheaper than some cost, one after the other: knows nothing of how the engine looks for them.</summary>
/// <param name="snapshot">The facts.</param>
/// <param name="cells">The facts that may be changed.</param>
internal sealed class CheaperChanges(Snapshot snapshot, IReadOnlyList<(FactTable Table, int Row, FieldSchema Field)> cells)
{
    private const decimal Rounding = 0.000001m;

    /// <summary>The facts that a rule, and the rules that it counts, may read of a row's school.</summary>
    public static List<(FactTable Table, int Row, FieldSchema Field)> CellsOf(Catalogue catalogue, CheckedRule rule, Snapshot snapshot, Subject subject)
    {
        HashSet<(string Table, string Field)> read = [.. new RuleFamilies(catalogue.Rules.Where(r => r.Rule.Effective.Contains(Judged.Day))).WithCounted([rule])
            .SelectMany(r => r.Form.Parts).OfType<FieldExpression>().Where(f => !f.Row.InPrevious && f.Field.ChangeCost is not null && f.Row.Table != BaseTables.Region).Select(f => (f.Row.Table, f.Field.Name))];
        string school = SchoolOf(subject);
        List<(FactTable, int, FieldSchema)> cells = [];
        foreach ((string name, string field) in read.Order())
        {
            FactTable table = snapshot.Table(name);
            for (int row = 0; row < table.Count; row++)
            {
                bool isNear = table.Key(row) == school || table.Key(row).StartsWith(school + "/", StringComparison.Ordinal);
                if (isNear && AppliedChanges.Text(table, row, field) is not null) cells.Add((table, row, table.Schema.Field(field)!));
            }
        }

        return cells;
    }

    /// <summary>The changes, each a list of new values; null where there are too many to try.</summary>
    /// <param name="cost">Which they have to stay below.</param>
    /// <param name="most">How many are tried at most.</param>
    public List<List<(FactTable Table, int Row, FieldSchema Field, string Value)>>? Below(decimal cost, int most)
    {
        List<List<(FactTable, int, FieldSchema, string)>> found = [[]];
        List<(List<(FactTable, int, FieldSchema, string)> Changes, decimal Cost)> all = [([], 0)];
        foreach ((FactTable table, int row, FieldSchema field) in cells)
        {
            List<(List<(FactTable, int, FieldSchema, string)> Changes, decimal Cost)> next = [.. all];
            foreach ((string value, decimal price) in Values(table, row, field, cost))
            {
                foreach ((List<(FactTable, int, FieldSchema, string)> changes, decimal sum) in all)
                {
                    if (sum + price < cost - Rounding) next.Add(([.. changes, (table, row, field, value)], sum + price));
                    if (next.Count > most) return null;
                }
            }

            all = next;
        }

        return [.. all.Skip(1).Select(a => a.Changes).Where(KeepsTotals)];
    }

    /// <summary>The snapshot with changes.</summary>
    public Snapshot With(IEnumerable<(FactTable Table, int Row, FieldSchema Field, string Value)> changes)
    {
        SnapshotEdit edit = new(snapshot);
        foreach ((FactTable table, int row, FieldSchema field, string value) in changes) AppliedChanges.Put(edit.Table(table.Schema.Name), row, field, value);
        return edit.Build();
    }

    private static string SchoolOf(Subject subject) => subject.Table == BaseTables.Region ? "?" : subject.Id.Split('/')[0];

    private static bool KeepsTotals(IEnumerable<(FactTable Table, int Row, FieldSchema Field, string Value)> changes) => changes
        .Where(c => c.Field.MovesWithin is not null)
        .GroupBy(c => (c.Field.Name, c.Table.Parent(c.Row), AppliedChanges.Text(c.Table, c.Row, c.Field.MovesWithin!) ?? $"{c.Row}"))
        .All(g => g.Sum(c => Number(c.Value) - Number(AppliedChanges.Text(c.Table, c.Row, c.Field.Name)!)) == 0);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<(string Value, decimal Cost)> Values(FactTable table, int row, FieldSchema field, decimal below)
    {
        string now = AppliedChanges.Text(table, row, field.Name)!;
        decimal price = (decimal)field.ChangeCost!.Value;
        return field.Type switch
        {
            FieldType.Bool => [(now == "true" ? "false" : "true", price)],
            FieldType.Enum => field.Options.Where(o => o.Key != now).Select(o => (o.Key, price)),
            FieldType.Set => Sets(field, now, price),
            FieldType.Number => Numbers(field, Number(now), price, below),
            FieldType.Time => Times(field, now, price, below),
            _ => Days(now, price, below),
        };
    }

    private static IEnumerable<(string Value, decimal Cost)> Numbers(FieldSchema field, decimal now, decimal price, decimal below)
    {
        decimal step = (decimal)(field.Step ?? 0.01);
        for (decimal grid = Math.Floor(now / step) * step; grid >= (decimal)field.Range!.Low && (now - grid) / step * price < below; grid -= step)
        {
            if (grid != now) yield return (Text(grid), (now - grid) / step * price);
        }

        for (decimal grid = (Math.Floor(now / step) + 1) * step; grid <= (decimal)field.Range!.High; grid += step)
        {
            // What moves from row to row is paid where it leaves.
            decimal cost = field.MovesWithin is null ? (grid - now) / step * price : 0;
            if (cost >= below || (grid - now) / step > 400) yield break;
            yield return (Text(grid), cost);
        }
    }

    private static string Text(decimal number) => number.ToString("0.###############", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Value, decimal Cost)> Times(FieldSchema field, string now, decimal price, decimal below)
    {
        Assert.True(TimeScale.TryParse(now, out int minutes));
        minutes = field.Scale!.Place(minutes);
        for (int time = field.Scale.Low; time <= field.Scale.High; time++)
        {
            if (time != minutes && Math.Abs(time - minutes) * price < below) yield return (TimeScale.Format(time), Math.Abs(time - minutes) * price);
        }
    }

    private static IEnumerable<(string Value, decimal Cost)> Days(string now, decimal price, decimal below)
    {
        DateOnly day = DateOnly.ParseExact(now, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        for (int days = 1; days * price < below && days < 400; days++)
        {
            yield return (day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), days * price);
            if (day.DayNumber >= days) yield return (day.AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), days * price);
        }
    }

    private static IEnumerable<(string Value, decimal Cost)> Sets(FieldSchema field, string now, decimal price)
    {
        HashSet<string> members = [.. now.Split(", ", StringSplitOptions.RemoveEmptyEntries)];
        for (int bits = 0; bits < 1 << field.Options.Length; bits++)
        {
            string[] others = [.. field.Options.Where((_, i) => (bits & (1 << i)) != 0).Select(o => o.Key).Order(StringComparer.Ordinal)];
            int steps = others.Count(o => !members.Contains(o)) + members.Count(m => !others.Contains(m));
            if (steps > 0) yield return (string.Join(", ", others), steps * price);
        }
    }
}
