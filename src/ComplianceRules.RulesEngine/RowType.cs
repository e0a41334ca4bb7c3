using System.Collections;
using System.Collections.Immutable;
using System.Linq.Dynamic.Core;
using System.Reflection;
using ComplianceRules.Facts;
using ComplianceRules.Interop;

namespace ComplianceRules.RulesEngine;

/// <summary>The class that stands for rows of one shape, made when it is first needed.</summary>
/// <remarks>Immutable; may be shared between threads. No class of its own fits every schema; that of RulesEngine's own helpers does.</remarks>
internal sealed class RowType
{
    private readonly Type _type;

    /// <summary>Makes the class of a shape, and those of the rows around it.</summary>
    /// <param name="row">The shape.</param>
    public RowType(ExportedRow row)
    {
        Table = row.Table;
        Fields = row.Fields;
        Above = row.Above is null ? null : new RowType(row.Above);
        Lists = [.. row.Lists.Select(l => (l.Name, new RowType(l.Row)))];
        List<DynamicProperty> properties = [.. Fields.Select(f => new DynamicProperty(f.Name, TypeOf(f.Type)))];
        if (Above is not null) properties.Add(new DynamicProperty(Above.Table, Above._type));
        properties.AddRange(Lists.Select(l => new DynamicProperty(l.Name, l.Row.ListType)));
        _type = properties.Count == 0 ? typeof(object) : DynamicClassFactory.CreateType(properties, createParameterCtor: false);
        Properties = _type.GetProperties().Where(p => p.GetIndexParameters().Length == 0).ToImmutableDictionary(p => p.Name, StringComparer.Ordinal);
    }

    /// <summary>The table of the rows.</summary>
    public string Table { get; }

    /// <summary>The facts that are read.</summary>
    public ImmutableArray<FieldSchema> Fields { get; }

    /// <summary>The row above; null where nothing is read of it.</summary>
    public RowType? Above { get; }

    /// <summary>The lists that are gone through.</summary>
    public ImmutableArray<(string Name, RowType Row)> Lists { get; }

    private ImmutableDictionary<string, PropertyInfo> Properties { get; }

    private Type ListType => typeof(List<>).MakeGenericType(_type);

    /// <summary>A new object without facts.</summary>
    public object Create() => Activator.CreateInstance(_type)!;

    /// <summary>A new list of such rows.</summary>
    public IList CreateList() => (IList)Activator.CreateInstance(ListType)!;

    /// <summary>Sets a property.</summary>
    /// <param name="row">The object.</param>
    /// <param name="name">The property.</param>
    /// <param name="value">Its value.</param>
    public void Set(object row, string name, object? value) => Properties[name].SetValue(row, value);

    private static Type TypeOf(FieldType type) => type switch
    {
        FieldType.Number or FieldType.Time => typeof(decimal?),
        FieldType.Bool => typeof(bool?),
        FieldType.Date => typeof(DateTime?),
        FieldType.Set => typeof(List<string>),
        _ => typeof(string),
    };
}
