using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>A school with its classes, for applications without types of their own.</summary>
/// <remarks>Immutable. What is null or left out is unknown, never a pass.</remarks>
/// <param name="Id">Its id, unique everywhere.</param>
public sealed record SchoolRecord(string Id)
{
    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>The code of the region where it lies, such as <c>370322</c>: it says which packs judge the school. Null leaves it to <see cref="SnapshotOptions.DefaultRegion"/>.</summary>
    public string? Region { get; init; }

    /// <summary>The stages that it has, by their keys, such as <c>primary</c>.</summary>
    public ImmutableArray<string>? Stages { get; init => field = value is { IsDefault: true } ? null : value; }

    /// <summary>All its classes; null where nobody reported them, empty where there are none.</summary>
    public ImmutableArray<ClassRecord>? Classes { get; init => field = value is { IsDefault: true } ? null : value; }

    /// <summary>Its other facts, by the names of the fields that packs declare; a name that none declares is listed and left out.</summary>
    /// <remarks>What is given is copied.</remarks>
    public IReadOnlyDictionary<string, FactValue> Facts { get; init => field = FactBag.Copy(value); } = FactBag.None;

    /// <summary>How it becomes a row, with its classes below it.</summary>
    public static RowShape<SchoolRecord> Shape { get; } = new RowShape<SchoolRecord>(BaseTables.School, s => s.Id)
        .Region(s => s.Region)
        .Text("name", s => s.Name)
        .Set("stages", s => s.Stages)
        .Children(ClassRecord.Shape, s => s.Classes)
        .Facts(s => s.Facts);
}
