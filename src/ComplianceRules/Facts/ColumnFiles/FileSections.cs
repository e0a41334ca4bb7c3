namespace ComplianceRules.Facts;

/// <summary>The sections of a column file that is to be written, one after the other.</summary>
internal sealed class FileSections
{
    private readonly List<Action<ChecksummedOutput>> _writes = [];

    /// <summary>How many bytes they take with their padding.</summary>
    public long Length { get; private set; }

    /// <summary>Adds a section.</summary>
    /// <param name="length">How many bytes it has.</param>
    /// <param name="write">Writes as many.</param>
    public void Add(long length, Action<ChecksummedOutput> write)
    {
        _writes.Add(write);
        Length += ColumnFileFormat.Aligned(length);
    }

    public void Write(ChecksummedOutput output)
    {
        foreach (Action<ChecksummedOutput> write in _writes)
        {
            write(output);
            output.Pad();
        }
    }
}
