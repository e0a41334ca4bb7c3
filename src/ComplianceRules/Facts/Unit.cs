using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>A product of powers of base units and a whole scale, such as <c>min/d</c>, <c>m2/pupil</c> or <c>person/100 pupil</c>.</summary>
/// <remarks>Immutable. Two units are equal where their canonical texts are; <c>min</c> and <c>h</c> are different units and nothing converts them silently.</remarks>
public sealed class Unit : IEquatable<Unit>
{
    private const string OptionalPlural = "(s)";

    private static readonly ImmutableSortedDictionary<string, LocalText> Base = BaseUnits();

    private static readonly Dictionary<string, string> Plurals = new(StringComparer.Ordinal)
    {
        ["week"] = "weeks", ["month"] = "months", ["term"] = "terms", ["year"] = "years", ["night"] = "nights", ["pupil"] = "pupils",
        ["class"] = "classes", ["teacher"] = "teachers", ["person"] = "people", ["school"] = "schools", ["lesson"] = "lessons", ["room"] = "rooms",
    };

    private readonly ImmutableSortedDictionary<string, int> _powers;
    private readonly BigInteger _per;

    private Unit(ImmutableSortedDictionary<string, int> powers, BigInteger per)
    {
        _powers = powers;
        _per = per;
        Text = Render(name => name, "/", " ");
    }

    /// <summary>The unit of plain numbers.</summary>
    public static Unit One { get; } = new(NoPowers, 1);

    /// <summary>Per cent.</summary>
    public static Unit Percent { get; } = Of("%");

    /// <summary>Percentage points: what the difference of two per cents has.</summary>
    internal static Unit PercentagePoint { get; } = Of("pp");

    /// <summary>Minutes.</summary>
    public static Unit Minute { get; } = Of("min");

    /// <summary>Days.</summary>
    public static Unit Day { get; } = Of("d");

    /// <summary>The names of the base units, in ordinal order.</summary>
    internal static IEnumerable<string> BaseNames => Base.Keys;

    /// <summary>The canonical text: numerator, then <c>/</c>, then the denominator; names in ordinal order.</summary>
    public string Text { get; }

    /// <summary>Whether it is for each hundred of something, such as <c>person/100 pupil</c>.</summary>
    internal bool HasScale => _per != 1;

    /// <summary>Whether it is per something, or for each hundred.</summary>
    internal bool HasDenominator => HasScale || _powers.Values.Any(p => p < 0);

    /// <summary>What stands above the stroke.</summary>
    internal Unit Numerator => new(_powers.RemoveRange(_powers.Where(p => p.Value < 0).Select(p => p.Key)), 1);

    /// <summary>What stands below the stroke, without its scale.</summary>
    internal Unit Denominator => Numerator.Over(new Unit(_powers, 1));

    /// <summary>The names of the units in the product.</summary>
    internal IEnumerable<string> Names => _powers.Keys;

    private static ImmutableSortedDictionary<string, int> NoPowers => ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>Reads a unit.</summary>
    /// <param name="text">Names joined by <c>*</c> or blanks, at most one <c>/</c>; powers by <c>^</c>; one <c>100</c> before the names of the denominator; <c>1</c> for none.</param>
    /// <param name="counting">The names of counting units that are allowed beside the base units.</param>
    /// <param name="unit">The unit; <see cref="One"/> where the text is none.</param>
    public static bool TryParse(string text, IEnumerable<string> counting, out Unit unit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(counting);
        unit = One;
        HashSet<string> names = new(counting, StringComparer.Ordinal);
        string[] halves = text.Split('/');
        if (halves.Length > 2) return false;
        ImmutableSortedDictionary<string, int> powers = NoPowers;
        BigInteger per = BigInteger.One;
        if (!Read(halves[0], 1, names, ref powers, ref per) || per != 1) return false;
        if (halves.Length == 2 && !Read(halves[1], -1, names, ref powers, ref per)) return false;
        unit = new Unit(powers, per);
        return true;
    }

    /// <summary>The product with another unit.</summary>
    /// <param name="other">The other factor.</param>
    internal Unit Times(Unit other) => new(Combine(_powers, other._powers, 1), _per * other._per);

    /// <summary>The quotient by another unit.</summary>
    /// <param name="other">The divisor, which has no scale of its own.</param>
    internal Unit Over(Unit other) => new(Combine(_powers, other._powers, -1), _per);

    /// <summary>This unit for each hundred of what it is per: <c>person/pupil</c> becomes <c>person/100 pupil</c>.</summary>
    internal Unit PerHundred() => new(_powers, _per * 100);

    /// <summary>Whether both are for each one, or for each the same number.</summary>
    internal bool IsScaledAs(Unit other) => _per == other._per;

    /// <summary>The power of a base unit in the product; 0 where it is not in it.</summary>
    internal int PowerOf(string name) => _powers.GetValueOrDefault(name);

    /// <summary>What people read, such as 分钟/天 or pupils.</summary>
    /// <param name="language">The language.</param>
    /// <param name="counting">The counting units that packs declare, with what people read.</param>
    /// <param name="isPlural">Whether the number before it is another than 1; Chinese does not mind.</param>
    public string Label(TextLanguage language, IReadOnlyDictionary<string, LocalText> counting, bool isPlural)
    {
        ArgumentNullException.ThrowIfNull(counting);
        if (Equals(One)) return string.Empty;
        string singular = Render(name => Read(name, language, counting), "/", language == TextLanguage.Chinese ? string.Empty : " ");
        bool oneCounted = isPlural && language == TextLanguage.English && _powers.Count(p => p.Value > 0) == 1;
        string? many = oneCounted ? Plurals.GetValueOrDefault(_powers.First(p => p.Value > 0).Key) : null;
        string label = many is null || _powers.Any(p => p.Value > 1) ? singular : many + singular[(singular.IndexOf('/', StringComparison.Ordinal) is > 0 and int over ? over : singular.Length)..];
        return language == TextLanguage.English ? Counted(label, isPlural) : label;
    }

    /// <inheritdoc/>
    public bool Equals(Unit? other) => other is not null && other.Text == Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Unit);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    // Packs write the plural of their own counting units as "book(s)"; what stands under the stroke is one of its kind.
    private static string Counted(string label, bool isPlural)
    {
        int over = label.IndexOf('/', StringComparison.Ordinal);
        string counted = over < 0 ? label : label[..over];
        return counted.Replace(OptionalPlural, isPlural ? "s" : string.Empty, StringComparison.Ordinal) + label[counted.Length..].Replace(OptionalPlural, string.Empty, StringComparison.Ordinal);
    }

    private static Unit Of(string name) => new(NoPowers.Add(name, 1), 1);

    private static string Read(string name, TextLanguage language, IReadOnlyDictionary<string, LocalText> counting) =>
        (counting.GetValueOrDefault(name) ?? Base.GetValueOrDefault(name))?.In(language) ?? name;

    private static bool Read(string half, int sign, HashSet<string> counting, ref ImmutableSortedDictionary<string, int> powers, ref BigInteger per)
    {
        string[] words = half.Split([' ', '*'], StringSplitOptions.RemoveEmptyEntries);
        foreach (string word in words)
        {
            if (word == "1") continue;
            if (word == "100" && sign < 0 && per == 1)
            {
                per = 100;
                continue;
            }

            string[] parts = word.Split('^');
            int power = 1;
            if (parts.Length > 2 || (parts.Length == 2 && !IsPower(parts[1], out power))) return false;
            if (!Base.ContainsKey(parts[0]) && !counting.Contains(parts[0])) return false;
            powers = Add(powers, parts[0], sign * power);
        }

        return words.Length > 0;
    }

    private static bool IsPower(string text, out int power) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out power) && power is > 0 and < 10;

    private static ImmutableSortedDictionary<string, int> Combine(ImmutableSortedDictionary<string, int> left, ImmutableSortedDictionary<string, int> right, int sign)
    {
        foreach ((string name, int power) in right) left = Add(left, name, sign * power);
        return left;
    }

    private static ImmutableSortedDictionary<string, int> Add(ImmutableSortedDictionary<string, int> powers, string name, int power)
    {
        int sum = powers.GetValueOrDefault(name) + power;
        return sum == 0 ? powers.Remove(name) : powers.SetItem(name, sum);
    }

    private string Render(Func<string, string> name, string over, string between)
    {
        string above = string.Join(between, Half(1, name));
        List<string> below = [.. Half(-1, name)];
        if (_per != 1) below.Insert(0, _per.ToString(CultureInfo.InvariantCulture));
        StringBuilder text = new(above.Length == 0 ? "1" : above);
        return below.Count == 0 ? text.ToString() : text.Append(over).AppendJoin(between, below).ToString();
    }

    private IEnumerable<string> Half(int sign, Func<string, string> name) =>
        _powers.Where(p => Math.Sign(p.Value) == sign).Select(p => Math.Abs(p.Value) == 1 ? name(p.Key) : $"{name(p.Key)}^{Math.Abs(p.Value).ToString(CultureInfo.InvariantCulture)}");

    private static ImmutableSortedDictionary<string, LocalText> BaseUnits()
    {
        ImmutableSortedDictionary<string, LocalText>.Builder units = ImmutableSortedDictionary.CreateBuilder<string, LocalText>(StringComparer.Ordinal);
        units["min"] = new("分钟", "min");
        units["h"] = new("小时", "h");
        units["d"] = new("天", "d");
        units["week"] = new("周", "week");
        units["month"] = new("月", "month");
        units["term"] = new("学期", "term");
        units["year"] = new("年", "year");
        units["night"] = new("晚", "night");
        units["pupil"] = new("名学生", "pupil");
        units["class"] = new("个班", "class");
        units["teacher"] = new("名教师", "teacher");
        units["person"] = new("人", "person");
        units["school"] = new("所学校", "school");
        units["lesson"] = new("课时", "lesson");
        units["room"] = new("间", "room");
        units["m2"] = new("平方米", "m²");
        units["m"] = new("米", "m");
        units["g"] = new("克", "g");
        units["CNY"] = new("元", "CNY");
        units["%"] = LocalText.Same("%");
        units["pp"] = new("个百分点", "pp");
        return units.ToImmutable();
    }
}
