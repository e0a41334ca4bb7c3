using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using ComplianceRules.Expressions;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Findings;

/// <summary>Compares findings property by property, whatever properties there are.</summary>
internal static class Likeness
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = [];

    // A waiver's folder and line of text are not written, and how many rows lack a fact may speak of persons.
    private static readonly (Type Owner, string Name)[] NotWritten = [(typeof(Waiver), nameof(Waiver.Place)), (typeof(MissingFact), nameof(MissingFact.Rows))];

    /// <summary>The paths at which two values differ.</summary>
    public static IEnumerable<string> Differences(object? one, object? other, string path = "")
    {
        if (Equals(one, other)) return [];
        if (one is null || other is null || one.GetType() != other.GetType() && one is not IEnumerable) return [$"{path}: {one ?? "null"} and {other ?? "null"}"];
        if (one is Finding { ShownRows.IsExact: false } hidden && other is Finding read) return OfProperties(hidden with { Rows = 1 }, read with { Rows = 1 }, path, PropertiesOf(typeof(Finding)));
        if (one is string || one.GetType().IsPrimitive || one.GetType().IsEnum) return [$"{path}: {one} and {other}"];
        return one is IEnumerable items ? OfItems([.. items.Cast<object>()], [.. ((IEnumerable)other).Cast<object>()], path) : OfProperties(one, other, path, PropertiesOf(one.GetType()));
    }

    private static string[] OfItems(object[] one, object[] other, string path) => one.Length == other.Length
        ? [.. one.Zip(other).SelectMany((pair, at) => Differences(pair.First, pair.Second, $"{path}[{at}]"))]
        : [$"{path}: {one.Length} and {other.Length} items"];

    private static string[] OfProperties(object one, object other, string path, PropertyInfo[] properties)
    {
        string[] found = [.. properties.SelectMany(p => Differences(p.GetValue(one), p.GetValue(other), $"{path}.{p.Name}"))];
        return properties.Length == 0 ? [$"{path}: {one} and {other}"] : found;
    }

    private static PropertyInfo[] PropertiesOf(Type type)
    {
        if (Properties.TryGetValue(type, out PropertyInfo[]? known)) return known;
        return Properties[type] = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && !NotWritten.Contains((type, p.Name)))];
    }
}
