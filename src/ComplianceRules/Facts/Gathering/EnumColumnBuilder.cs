using System.Collections.Immutable;
using System.Text;

namespace ComplianceRules.Facts;

/// <summary>The enum keys of a field while rows are gathered; their codes are the places of the field's options.</summary>
internal sealed class EnumColumnBuilder : ColumnBuilder
{
    private readonly ImmutableArray<byte[]> _options;

    public EnumColumnBuilder(FieldSchema field, ExpectedRows expected)
        : base(field, KindOf(field.Options.Length), expected) =>
        _options = [.. field.Options.Select(o => Encoding.UTF8.GetBytes(o.Key))];

    /// <summary>The option of a row; -1 where it is not known.</summary>
    public int this[int row] => IsKnown(row) ? WholeAt(row) : -1;

    /// <summary>The place of a key among those declared, from 0; -1 where it is not declared.</summary>
    public int OptionAt(ReadOnlySpan<byte> utf8)
    {
        for (int option = 0; option < _options.Length; option++)
        {
            if (utf8.SequenceEqual(_options[option])) return option;
        }

        return -1;
    }

    /// <summary>Sets a key.</summary>
    /// <param name="row">The row.</param>
    /// <param name="option">Its place among those declared; where it is -1 the value is unknown.</param>
    /// <returns>Whether it is declared.</returns>
    public bool SetCode(int row, int option)
    {
        if (option >= 0) PutWhole(row, option);
        else SetUnknown(row, UnknownReason.OutOfRange);
        return option >= 0;
    }

    protected override void Copy(ColumnBuilder from, int row, int to) => PutWhole(to, ((EnumColumnBuilder)from).WholeAt(row));

    protected override FactColumn Make(CellStore cells, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons) =>
        new TextColumn(Field, (cells, [.. Field.Options.Select(o => o.Key)]), known, reasons);

    private static CellKind KindOf(int options) => options <= byte.MaxValue + 1 ? CellKind.Byte : options <= ushort.MaxValue + 1 ? CellKind.UInt16 : CellKind.Int32;
}
