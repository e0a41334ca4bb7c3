namespace ComplianceRules.Facts;

/// <summary>The cells that values of a field can have.</summary>
/// <param name="Low">The smallest, included; where it is above <paramref name="High"/>, there is none.</param>
/// <param name="High">The largest, included.</param>
internal readonly record struct CellBounds(long Low, long High)
{
    /// <summary>Whether no cell is possible.</summary>
    public bool IsEmpty => Low > High;

    /// <summary>Those of them that a kind of cells has room for.</summary>
    public CellBounds Within(long least, long most) => new(Math.Max(Low, least), Math.Min(High, most));

    /// <summary>The cells of a field of numbers that are whole numbers of steps.</summary>
    public static CellBounds OfSteps(FieldSchema field)
    {
        (decimal low, decimal high) = CellCoding.Steps(field.Range!, field.Step!.Value);
        return new CellBounds((long)low, (long)high);
    }
}
