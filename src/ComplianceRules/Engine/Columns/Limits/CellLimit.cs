using System.Numerics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A limit as the cells of one column are compared with it, so that the answer of every possible cell is that of its exact value.</summary>
/// <remarks>
/// For whole cells the limit is a whole number, inclusive: cells at most it, or equal to it. For cells of double precision it is the largest double whose decimal is within the limit,
/// so that a cell counts as the decimal of its shortest text here as everywhere.
/// </remarks>
/// <param name="Whole">The limit of whole cells.</param>
/// <param name="Plain">The limit of cells of double precision.</param>
/// <param name="IsKnown">Whether there is a limit at all; without one no answer is known.</param>
internal readonly record struct CellLimit(long Whole, double Plain, bool IsKnown)
{
    // No cell is as small, so none is at most this and none equals it.
    private const long Nothing = long.MinValue;

    /// <summary>No limit: every answer is unknown.</summary>
    public static CellLimit Unknown => default;

    /// <summary>A limit that no cell meets.</summary>
    public static CellLimit Never { get; } = new(Nothing, double.NaN, true);

    /// <summary>Whether cells can be compared with it as with one of their own; a limit above all cells counts as the largest.</summary>
    /// <param name="form">What is asked.</param>
    /// <param name="kind">How wide cells are.</param>
    public bool IsCell(LimitForm form, CellKind kind)
    {
        (long least, long most) = kind switch
        {
            CellKind.Byte => (byte.MinValue, byte.MaxValue),
            CellKind.UInt16 => (ushort.MinValue, ushort.MaxValue),
            CellKind.Int32 => (int.MinValue, (long)int.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };
        return IsKnown && Whole >= least && (form != LimitForm.Same || Whole <= most);
    }

    /// <summary>The limit that a value sets.</summary>
    /// <param name="form">What is asked.</param>
    /// <param name="value">The value; unknown gives no limit.</param>
    /// <param name="column">The column.</param>
    public static CellLimit Of(LimitForm form, Value value, FactColumn column) => value switch
    {
        NumberValue { Number: var number } when column is NumberColumn { Cells.Kind: CellKind.Double } => OfPlain(form, number),
        NumberValue { Number: var number } when column is NumberColumn { Coding: var coding } =>
            OfWhole(form, number * Rational.Of(coding.Denominator) / Rational.Of(coding.Numerator)),
        DateValue { Day: var day } => OfWhole(form, Rational.Of(day.DayNumber)),
        TimeValue { Minutes: var minutes } => OfWhole(form, Rational.Of(minutes)),
        TextValue { Content: var text } when column is TextColumn texts => OfCode(texts.CodeOf(text)),
        _ => Unknown,
    };

    private static CellLimit OfCode(int code) => code < 0 ? Never : new CellLimit(code, 0, true);

    private static CellLimit OfWhole(LimitForm form, Rational limit)
    {
        if (form == LimitForm.Same && !limit.IsWhole) return Never;
        BigInteger floor = BigInteger.Divide(limit.Numerator, limit.Denominator);
        if (limit.Numerator.Sign < 0 && !limit.IsWhole) floor--;
        if (form == LimitForm.Below && limit.IsWhole) floor--;
        return new CellLimit((long)BigInteger.Max(Nothing, BigInteger.Min(floor, long.MaxValue)), 0, true);
    }

    private static CellLimit OfPlain(LimitForm form, Rational limit)
    {
        double near = Near(limit);
        while (!IsWithin(form, near, limit)) near = Math.BitDecrement(near);
        while (IsWithin(form, Math.BitIncrement(near), limit)) near = Math.BitIncrement(near);
        if (form == LimitForm.Same && (!double.IsFinite(near) || Rational.OfCell(near) != limit)) return Never;
        return new CellLimit(0, near, true);
    }

    private static bool IsWithin(LimitForm form, double cell, Rational limit)
    {
        if (!double.IsFinite(cell)) return cell < 0;
        Rational value = Rational.OfCell(cell);
        return form == LimitForm.Below ? value < limit : value <= limit;
    }

    /// <summary>A double a few steps from a fraction at most.</summary>
    private static double Near(Rational value)
    {
        BigInteger magnitude = BigInteger.Abs(value.Numerator);
        if (magnitude.IsZero) return 0;
        int shift = (int)(value.Denominator.GetBitLength() - magnitude.GetBitLength()) + 64;
        BigInteger quotient = shift >= 0 ? (magnitude << shift) / value.Denominator : magnitude / (value.Denominator << -shift);
        return Math.ScaleB((double)quotient, -shift) * value.Numerator.Sign;
    }
}
