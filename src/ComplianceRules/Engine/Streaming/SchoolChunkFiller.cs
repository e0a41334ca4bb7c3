using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Puts schools into chunks, one after another.</summary>
/// <remarks>For one thread at a time.</remarks>
/// <typeparam name="T">The type of the schools.</typeparam>
/// <param name="chunks">Takes the chunks.</param>
/// <param name="shape">How schools become rows.</param>
internal sealed class SchoolChunkFiller<T>(SchoolChunks chunks, RowShape<T> shape)
{
    private SnapshotBuilder? _chunk;
    private ObjectRows<T>? _rows;

    /// <summary>Adds a school.</summary>
    /// <returns>Whether a chunk was full and has been judged.</returns>
    /// <exception cref="DataRefusedException">The school is refused.</exception>
    public bool Add(T school)
    {
        _chunk ??= chunks.Open();
        _rows ??= new ObjectRows<T>(shape, _chunk, null);
        _rows.AddAll([school]);
        if (_chunk.IsRefused) throw new DataRefusedException(_chunk.Build().Diagnostics);
        if (!_chunk.IsFull) return false;
        Close(_chunk);
        return true;
    }

    /// <summary>Ends the last chunk.</summary>
    public void End()
    {
        if (_chunk is not null) Close(_chunk);
    }

    private void Close(SnapshotBuilder chunk)
    {
        chunks.Close(chunk);
        (_chunk, _rows) = (null, null);
    }
}
