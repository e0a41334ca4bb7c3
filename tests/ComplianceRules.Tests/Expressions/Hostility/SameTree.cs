using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions.Hostility;

/// <summary>Whether two checked trees, or two values, are the same in every node, type, unit and literal. Records compare lists by reference; this does not.</summary>
internal static class SameTree
{
    private const string Contract = "EqualityContract";

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    /// <summary>The path to the first difference; null where there is none.</summary>
    public static string? Difference(object? left, object? right, string path = "")
    {
        if (left is null || right is null || left.GetType() != right.GetType()) return ReferenceEquals(left, right) ? null : $"{path}: {left ?? "nothing"}, {right ?? "nothing"}";
        if (left is string or Unit or FieldSchema or IExpressionFunction || (left is ValueType and not IEnumerable)) return left.Equals(right) ? null : $"{path}: {left}, {right}";
        if (left is IEnumerable items) return OfItems([.. items.Cast<object>()], [.. ((IEnumerable)right).Cast<object>()], path);
        return Properties(left.GetType()).Select(p => Difference(p.GetValue(left), p.GetValue(right), $"{path}.{p.Name}")).FirstOrDefault(d => d is not null);
    }

    private static string? OfItems(object[] left, object[] right, string path) => left.Length == right.Length
        ? left.Select((item, i) => Difference(item, right[i], $"{path}[{i}]")).FirstOrDefault(d => d is not null)
        : $"{path}: {left.Length} items, {right.Length} items";

    private static PropertyInfo[] Properties(Type type) => Known.GetOrAdd(type, t => [.. All(t).DistinctBy(p => p.Name)]);

    private static IEnumerable<PropertyInfo> All(Type? type) => type is null || type == typeof(object)
        ? []
        : type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Where(p => p.Name != Contract).Concat(All(type.BaseType));
}
