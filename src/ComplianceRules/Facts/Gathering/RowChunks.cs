namespace ComplianceRules.Facts;

/// <summary>How what grows by rows is cut into pieces, so that growing copies nothing.</summary>
internal static class RowChunks
{
    /// <summary>The rows of one piece: whole words of bits, and at 8 bytes a row not yet a large object.</summary>
    public const int Rows = 1 << Shift;

    /// <summary>The row shifted right is the number of its piece.</summary>
    public const int Shift = 13;

    /// <summary>The bits of a row that are its place in its piece.</summary>
    public const int Mask = Rows - 1;
}
