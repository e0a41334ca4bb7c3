using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace ComplianceRules.Facts;

/// <summary>A schema as column files describe it, with the bytes of the description and their fingerprint.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class SchemaDescription
{
    // Every reading by the same packs asks for the same description.
    private static readonly ConditionalWeakTable<FactSchema, SchemaDescription?> Known = [];

    private SchemaDescription(ImmutableArray<DescribedTable> tables, ReadOnlyMemory<byte> bytes)
    {
        Tables = tables;
        Bytes = bytes;
        Fingerprint = SHA256.HashData(bytes.Span);
    }

    /// <summary>The tables, each after the one above it.</summary>
    public ImmutableArray<DescribedTable> Tables { get; }

    /// <summary>The description as it lies in a file.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The SHA-256 of the bytes.</summary>
    public ReadOnlyMemory<byte> Fingerprint { get; }

    /// <summary>The description of a schema.</summary>
    /// <exception cref="ArgumentException">A text of it holds half of a character.</exception>
    public static SchemaDescription Of(FactSchema schema)
    {
        ImmutableArray<DescribedTable> tables = DescribedTable.Of(schema);
        ByteWriter writer = new();
        writer.List(tables, table => table.Write(writer));
        return new SchemaDescription(tables, writer.Written.ToArray());
    }

    /// <summary>Reads a description.</summary>
    /// <param name="reader">Stands before it.</param>
    /// <param name="schema">The schema of the packs: mostly the file was written by the same, and then nothing is read twice.</param>
    public static SchemaDescription Read(ByteReader reader, FactSchema schema)
    {
        if (Known.GetValue(schema, Writable) is { } own && reader.TryPass(own.Bytes.Span)) return own;
        int start = reader.Position;
        ImmutableArray<DescribedTable> tables = reader.List(() => DescribedTable.Read(reader));
        return new SchemaDescription(tables, reader.Since(start));
    }

    /// <summary>Whether this is the description of a schema itself, and not of another that is the same.</summary>
    public bool IsOf(FactSchema schema) => Known.TryGetValue(schema, out SchemaDescription? own) && own == this;

    // No file has a schema that cannot be written.
    private static SchemaDescription? Writable(FactSchema schema)
    {
        try
        {
            return Of(schema);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }
}
