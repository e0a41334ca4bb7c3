using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>Draws the facts of rows.</summary>
/// <param name="recipe">What they are drawn from.</param>
internal sealed class CellDrawer(CountyRecipe recipe)
{
    private const string OfThem = "其中";
    private static readonly Draw Anything = new();

    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);

    /// <summary>The cell of a fact; empty where it is not known.</summary>
    public string Cell(CountyRow row, string field)
    {
        if (row.Known(field) is { } known) return known;
        FieldSchema schema = row.Table.Field(field) ?? throw new InvalidDataException($"the recipe speaks of `{row.Table.Name}.{field}`, which no pack of the county has");
        string name = $"{row.Path}.{field}";
        if (!_underWay.Add(name)) throw new InvalidDataException($"`{name}` follows from itself");
        CellChance chance = new(recipe.Seed, name);
        string cell = Draw(row, schema, DrawOf(row, schema), ref chance);
        if (recipe.Tables.GetValueOrDefault(row.Table.Name) is { Blank: > 0 } table && chance.Hits(table.Blank)) cell = string.Empty;
        _underWay.Remove(name);
        row.Set(field, cell);
        return cell;
    }

    /// <summary>A fact drawn from something else than the row's table says, such as that of the year before.</summary>
    public string Cell(CountyRow row, FieldSchema field, Draw draw, string occasion)
    {
        CellChance chance = new(recipe.Seed, $"{row.Path}.{field.Name}@{occasion}");
        return Draw(row, field, draw, ref chance);
    }

    /// <summary>Whether a row is like that.</summary>
    public bool Fits(CountyRow row, ImmutableDictionary<string, JsonElement>? conditions) =>
        conditions is null || conditions.All(c => Texts(c.Value).Contains(CellAt(row, c.Key), StringComparer.Ordinal));

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(CellText.Of) : [CellText.Of(value)];

    private Draw DrawOf(CountyRow row, FieldSchema field) =>
        row.Series?.Facts.GetValueOrDefault(field.Name) ?? recipe.Tables.GetValueOrDefault(row.Table.Name)?.Fields.GetValueOrDefault(field.Name) ?? DefaultOf(row.Table, field);

    // A field that says it counts some of what the one before it counts is a part of that one.
    private Draw DefaultOf(CountyTable table, FieldSchema field)
    {
        if (field.Type == FieldType.Number && field.Meaning.Chinese?.StartsWith(OfThem, StringComparison.Ordinal) == true && WholeOf(table, field) is { } whole)
            return recipe.Defaults.GetValueOrDefault("part", Anything) with { Of = whole.Name };
        return ByUnit(field);
    }

    private static FieldSchema? WholeOf(CountyTable table, FieldSchema part) =>
        table.Fields.TakeWhile(f => f.Name != part.Name).LastOrDefault(f => f.Type == FieldType.Number && Equals(f.Unit, part.Unit) && f.Meaning.Chinese?.StartsWith(OfThem, StringComparison.Ordinal) != true);

    private Draw ByUnit(FieldSchema field) =>
        (field.Unit is { } unit ? recipe.Defaults.GetValueOrDefault(unit.ToString()) : null) ?? recipe.Defaults.GetValueOrDefault(JsonNamingPolicy.CamelCase.ConvertName(field.Type.ToString())) ?? Anything;

    private string Draw(CountyRow row, FieldSchema field, Draw draw, ref CellChance chance)
    {
        foreach (Draw other in draw.Where)
        {
            if (Fits(row, other.If)) return Draw(row, field, other, ref chance);
        }

        foreach (Draw other in draw.Also)
        {
            if (chance.Hits(other.Share, row.Lapses) && Fits(row, other.If)) return Draw(row, field, other, ref chance);
        }

        if (draw.Blank) return string.Empty;
        if (draw.Is is { } value) return CellText.Of(value);
        return ByType(row, field, draw, ref chance);
    }

    private string ByType(CountyRow row, FieldSchema field, Draw draw, ref CellChance chance) => field.Type switch
    {
        FieldType.Number => Number(row, field, draw, ref chance),
        FieldType.Bool => chance.Hits(draw.True ?? 95, row.Lapses) ? "true" : "false",
        FieldType.Enum => OptionDraw.One(field, draw, ref chance),
        FieldType.Set => OptionDraw.Some(field, draw, row.Lapses, ref chance),
        FieldType.Date => Date(row, draw, ref chance),
        FieldType.Time => Time(row, field, draw, ref chance),
        _ => field.Title.Chinese ?? field.Name,
    };

    private string Number(CountyRow row, FieldSchema field, Draw draw, ref CellChance chance)
    {
        decimal low = (decimal)field.Range!.Low, high = (decimal)field.Range.High;
        decimal step = field.Step is { } s ? (decimal)s : 0.1m;
        decimal drawn;
        if (draw.Of is { } of)
        {
            if (Amount(row, of, draw.Rows) is not { } whole) return string.Empty;
            (decimal least, decimal most) = Ends(draw, 1, 1);
            drawn = whole * chance.Between(least, most, 0.001m);
        }
        else
        {
            (decimal least, decimal most) = Ends(draw, low, Math.Min(high, low + (20 * step)));
            drawn = chance.Between(least, most, Math.Max(step, Math.Round((most - least) / 1_000_000)));
        }

        decimal steps = draw.Up ? Math.Ceiling(drawn / step) : Math.Floor(drawn / step);
        return CellText.Of(Math.Clamp(steps * step, low, high));
    }

    private static (decimal Low, decimal High) Ends(Draw draw, decimal low, decimal high) => draw.Between is [var least, var most] ? (least.GetDecimal(), most.GetDecimal()) : (low, high);

    private string Date(CountyRow row, Draw draw, ref CellChance chance)
    {
        DateOnly from = recipe.Calendar.Terms[^1].From, to = recipe.Snapshot.Date;
        if (draw.Of is { } of)
        {
            if (CellAt(row, of) is not { Length: > 0 } cell) return string.Empty;
            (decimal least, decimal most) = Ends(draw, 0, 0);
            return CellText.Of(CellText.ToDay(cell).AddDays((int)chance.Between(least, most, 1)));
        }

        if (draw.Between is [var first, var last]) (from, to) = (CellText.ToDay(first.GetString()!), CellText.ToDay(last.GetString()!));
        return CellText.Of(from.AddDays(chance.Below(to.DayNumber - from.DayNumber + 1)));
    }

    private string Time(CountyRow row, FieldSchema field, Draw draw, ref CellChance chance)
    {
        const int Grid = 5;
        TimeScale scale = field.Scale!;
        (int low, int high) = draw.Between is [{ ValueKind: JsonValueKind.String } first, var last] ? (CellText.ToMinutes(first.GetString()!), CellText.ToMinutes(last.GetString()!)) : (scale.Low, scale.High);
        if (draw.Of is { } of)
        {
            if (CellAt(row, of) is not { Length: > 0 } cell) return string.Empty;
            (decimal least, decimal most) = Ends(draw, 0, 0);
            return TimeScale.Format(Math.Clamp(CellText.ToMinutes(cell) + (int)chance.Between(least, most, Grid), scale.Low, scale.High));
        }

        return TimeScale.Format((int)chance.Between(low, high, Grid));
    }

    private string CellAt(CountyRow row, string path)
    {
        if (path.Split('.') is not [string table, string field]) return row.Table.Field(path) is null ? string.Empty : Cell(row, path);
        return row.Above(table) is { } above && above.Table.Field(field) is not null ? Cell(above, field) : string.Empty;
    }

    private decimal? Amount(CountyRow row, string path, ImmutableDictionary<string, JsonElement>? rows)
    {
        string[] parts = path.Split('.');
        if (!row.HasList(parts[0])) return CellAt(row, path) is { Length: > 0 } cell ? CountyRow.Number(cell) : null;
        IEnumerable<CountyRow> counted = row.List(parts[0]).Where(r => Fits(r, rows));
        return parts.Length == 1 ? counted.Count() : counted.Select(r => CellAt(r, parts[1])).Where(cell => cell.Length > 0).Sum(CountyRow.Number);
    }
}
