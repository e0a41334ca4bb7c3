namespace ComplianceRules.Facts;

/// <summary>A class of a school, for applications without a type of their own.</summary>
/// <remarks>Immutable. What is null or left out is unknown, never a pass.</remarks>
/// <param name="Id">Its id, unique in the school.</param>
public sealed record ClassRecord(string Id)
{
    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>The grade, 0 to 12.</summary>
    public int? Grade { get; init; }

    /// <summary>Its other facts, by the names of the fields that packs declare; a name that none declares is listed and left out.</summary>
    /// <remarks>What is given is copied.</remarks>
    public IReadOnlyDictionary<string, FactValue> Facts { get; init => field = FactBag.Copy(value); } = FactBag.None;

    /// <summary>How it becomes a row.</summary>
    public static RowShape<ClassRecord> Shape { get; } = new RowShape<ClassRecord>(BaseTables.Class, c => c.Id)
        .Text("name", c => c.Name)
        .Number("grade", c => (long?)c.Grade)
        .Facts(c => c.Facts);
}
