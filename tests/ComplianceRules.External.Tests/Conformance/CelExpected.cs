using System.Globalization;
using ComplianceRules.Engine;

namespace ComplianceRules.External.Tests.Conformance;

/// <summary>Compares our values with those of CEL.</summary>
/// <remarks>
/// An int is the same int, a text the same text. A double is the same where the double nearest to our exact number has the same shortest decimal, so that a zero with a minus sign
/// is another than one without.
/// </remarks>
internal static class CelExpected
{
    public static bool IsSame(ProtoField expected, TrialValue value) => expected.Name switch
    {
        "bool_value" => value.Type == TrialType.Bool && value.Text == expected.Word,
        "int64_value" => value.Type == TrialType.Whole && value.Text == long.Parse(expected.Word!, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        "double_value" => value.Type == TrialType.Number && Shortest(value.Text) == Shortest(expected.Word!),
        "string_value" => value.Type == TrialType.Text && value.Text == expected.Text,
        "list_value" => value.Type == TrialType.List && AreSame(expected.Message!, value),
        _ => false,
    };

    private static bool AreSame(ProtoMessage list, TrialValue value)
    {
        ProtoField[] items = [.. list.All("values").Select(v => v.Fields.Single())];
        return items.Length == value.Items.Length && items.Zip(value.Items).All(pair => IsSame(pair.First, pair.Second));
    }

    private static string Shortest(string number) => (number switch
    {
        "inf" or "Infinity" => double.PositiveInfinity,
        "-inf" or "-Infinity" => double.NegativeInfinity,
        "nan" or "NaN" => double.NaN,
        _ => double.Parse(number, CultureInfo.InvariantCulture),
    }).ToString("R", CultureInfo.InvariantCulture);
}
