using System.Globalization;
using System.Text.Json;

namespace ComplianceRules.External.Tests.Conformance;

/// <summary>Writes what a case binds as facts.</summary>
internal static class CelFacts
{
    /// <summary>The facts as JSON; a binding of a kind that facts do not have is left out, and its feature says so.</summary>
    public static string Of(CelCase test) =>
        $"{{{string.Join(",", test.Bindings.Select(b => (b.Name, Value: Json(b.Value))).Where(b => b.Value is not null).Select(b => $"{JsonSerializer.Serialize(b.Name)}:{b.Value}"))}}}";

    private static string? Json(ProtoField value) => value.Name switch
    {
        "int64_value" => value.Word,
        "double_value" => Decimal(double.Parse(value.Word!, CultureInfo.InvariantCulture)),
        "bool_value" => value.Word,
        "string_value" => JsonSerializer.Serialize(value.Text),
        "list_value" => List(value),
        _ => null,
    };

    // A number that is written without a point would be an int.
    private static string Decimal(double number)
    {
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : $"{text}.0";
    }

    private static string? List(ProtoField list)
    {
        string?[] items = [.. list.Message!.All("values").Select(v => Json(v.Fields.Single()))];
        return items.Contains(null) ? null : $"[{string.Join(",", items)}]";
    }
}
