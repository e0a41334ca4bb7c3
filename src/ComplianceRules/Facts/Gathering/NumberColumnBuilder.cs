using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>The numbers of a field while rows are gathered.</summary>
internal sealed class NumberColumnBuilder : ColumnBuilder
{
    public NumberColumnBuilder(FieldSchema field)
        : this(field, CellCoding.Of(field))
    {
    }

    private NumberColumnBuilder(FieldSchema field, CellCoding coding)
        : base(field, coding.Kind)
    {
        Coding = coding;
        if (coding.Kind != CellKind.Double) (Least, Most) = CellCoding.StepsOf(field);
    }

    /// <summary>What a cell means; from the first number on that has no cell, numbers are kept as they are.</summary>
    public CellCoding Coding { get; private set; }

    /// <summary>The least number of steps in the field's range; meaningless where numbers are kept as they are.</summary>
    public int Least { get; }

    /// <summary>The largest number of steps in the field's range; meaningless where numbers are kept as they are.</summary>
    public int Most { get; }

    /// <summary>The number of a row; null where it is not known.</summary>
    public double? this[int row] => !IsKnown(row) ? null : Coding.Kind == CellKind.Double
        ? Unsafe.ReadUnaligned<double>(ref ChunkOf(row)!.Cells[(row & RowChunks.Mask) * sizeof(double)])
        : Coding.Value(WholeAt(row));

    /// <summary>Sets a number that the caller knows to be one of the field's, as a count of its steps.</summary>
    /// <param name="row">The row.</param>
    /// <param name="steps">From <see cref="Least"/> to <see cref="Most"/>; for fields without steps there is <see cref="Set"/>.</param>
    public void SetSteps(int row, int steps)
    {
        if (Coding.Kind == CellKind.Double) PutDouble(row, CellCoding.Of(Field).Value(steps));
        else PutWhole(row, steps);
    }

    /// <summary>Sets a number, in the field's unit; out of range or off the step is unknown.</summary>
    /// <param name="row">The row.</param>
    /// <param name="value">The number, already rounded to 15 significant digits.</param>
    /// <returns>Whether the number can be used.</returns>
    public bool Set(int row, double value)
    {
        if (Coding.Kind != CellKind.Double && Coding.TryCell(value, out int steps) && steps >= Least && steps <= Most && Coding.IsShort(steps))
        {
            PutWhole(row, steps);
            return true;
        }

        if (Field.Allows(value))
        {
            PutDouble(row, value + 0.0);
            return true;
        }

        SetUnknown(row, UnknownReason.OutOfRange);
        return false;
    }

    protected override FactColumn Make(CellStore cells, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons) =>
        new NumberColumn(Field, (Coding, cells), known, reasons);

    private void PutDouble(int row, double value)
    {
        if (Coding.Kind != CellKind.Double)
        {
            Widen(CellKind.Double, steps => Coding.Value(steps));
            Coding = CellCoding.Plain;
        }

        Unsafe.WriteUnaligned(ref Know(row).Cells[(row & RowChunks.Mask) * sizeof(double)], value);
    }
}
