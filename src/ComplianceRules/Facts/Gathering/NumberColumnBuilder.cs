using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>The numbers of a field while rows are gathered.</summary>
internal sealed class NumberColumnBuilder : ColumnBuilder
{
    public NumberColumnBuilder(FieldSchema field, ExpectedRows expected)
        : this(field, CellCoding.Of(field), expected)
    {
    }

    private NumberColumnBuilder(FieldSchema field, CellCoding coding, ExpectedRows expected)
        : base(field, coding.Kind, expected)
    {
        Coding = coding;
        if (coding.Kind != CellKind.Double) (Least, Most) = CellCoding.StepsOf(field);
    }

    /// <summary>What a cell means.</summary>
    public CellCoding Coding { get; }

    /// <summary>The least number of steps in the field's range; meaningless where numbers are kept as they are.</summary>
    public int Least { get; }

    /// <summary>The largest number of steps in the field's range; meaningless where numbers are kept as they are.</summary>
    public int Most { get; }

    /// <summary>Whether the field has no steps that numbers could be counted in.</summary>
    public bool IsStepless => Coding.Kind == CellKind.Double;

    /// <summary>The number of a row; null where it is not known.</summary>
    public double? this[int row] => !IsKnown(row) ? null : Coding.Kind == CellKind.Double
        ? DoubleAt(row)
        : Coding.Value(WholeAt(row));

    /// <summary>The number of a row rounded to a whole one, for numbers of at most 255; -1 where it is not known.</summary>
    public int RoundedAt(int row)
    {
        if (Coding is { Kind: CellKind.Byte, Numerator: 1, Denominator: 1 }) return IsKnown(row) ? WholeAt(row) : -1;
        return this[row] is { } number ? (int)Math.Round(number) : -1;
    }

    /// <summary>Puts numbers of the field into the cells of rows that have said nothing of it; for numbers that are kept as they are.</summary>
    /// <param name="row">The first row.</param>
    /// <param name="values">The numbers, at most 64; 0 where they are not known.</param>
    /// <param name="known">A bit for each row whose value is known.</param>
    public void PutRun(int row, ReadOnlySpan<double> values, ulong known)
    {
        if (known != 0) values.CopyTo(MemoryMarshal.Cast<byte, double>(KnowRun(row, values.Length, known))[row..]);
    }

    /// <summary>The numbers of the first rows, where they are whole ones of at most 255; null where they are not.</summary>
    /// <param name="rows">How many rows; for as long as none is set anew.</param>
    /// <param name="unknown">What stands for a number that is not known.</param>
    public ReadOnlyMemory<byte>? Whole(int rows, byte unknown)
    {
        if (Coding is not { Kind: CellKind.Byte, Numerator: 1, Denominator: 1 }) return null;
        if (AreKnown(rows)) return ByteCells(rows);
        byte[] copy = new byte[rows];
        CopyBytes(copy, unknown);
        return copy;
    }

    /// <summary>Sets a number that the caller knows to be one of the field's, as a count of its steps.</summary>
    /// <param name="row">The row.</param>
    /// <param name="steps">From <see cref="Least"/> to <see cref="Most"/>; for fields without steps there is <see cref="Set"/>.</param>
    public void SetSteps(int row, int steps)
    {
        if (IsStepless) PutDouble(row, Coding.Value(steps));
        else PutWhole(row, steps);
    }

    /// <summary>Sets a number, in the field's unit; out of range or off the step is unknown.</summary>
    /// <param name="row">The row.</param>
    /// <param name="value">The number, already rounded to 15 significant digits; one that such a rounding would put on a step is taken for that step.</param>
    /// <returns>Whether the number can be used.</returns>
    public bool Set(int row, double value)
    {
        int steps = 0;
        bool hasCell = !IsStepless && Coding.TryCell(value, out steps) && steps >= Least && steps <= Most;
        // Of a number of at most 15 digits that has a cell nothing else need be asked: that takes decimals.
        bool possible = (hasCell && Coding.IsShort(steps)) || Field.Allows(value);
        if (!possible) SetUnknown(row, UnknownReason.OutOfRange);
        else if (IsStepless) PutDouble(row, value + 0.0);
        else PutWhole(row, hasCell ? steps : (int)Coding.Nearest(value));
        return possible;
    }

    /// <summary>Takes numbers of a group of rows that have none yet; for fields without steps.</summary>
    /// <param name="first">The first row of the group.</param>
    /// <param name="known">One bit a row: set where there is a number.</param>
    /// <param name="numbers">The numbers of a group, all of them such as the field allows.</param>
    public void Merge(int first, ulong known, ReadOnlySpan<double> numbers) => MergeDoubles(first, known, numbers);

    protected override void Copy(ColumnBuilder from, int row, int to)
    {
        NumberColumnBuilder numbers = (NumberColumnBuilder)from;
        if (IsStepless) PutDouble(to, numbers.DoubleAt(row));
        else PutWhole(to, numbers.WholeAt(row));
    }

    protected override FactColumn Make(CellStore cells, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons) =>
        new NumberColumn(Field, (Coding, cells), known, reasons);

    private void PutDouble(int row, double value) => Unsafe.Add(ref Unsafe.As<byte, double>(ref Know(row)), row) = value;
}
