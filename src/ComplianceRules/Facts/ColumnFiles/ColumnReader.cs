using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>Takes the sections of one column after the other.</summary>
/// <param name="cursor">The sections.</param>
internal sealed class ColumnReader(SectionCursor cursor)
{
    private static readonly int LastDay = DateOnly.MaxValue.DayNumber;

    private readonly DictionaryReader _texts = new(cursor);

    /// <summary>The column, its cells where they lie in the file.</summary>
    /// <param name="field">The field as the packs have it.</param>
    /// <param name="entry">What the description says of it.</param>
    /// <param name="count">How many rows there are.</param>
    /// <param name="part">What messages call it.</param>
    /// <exception cref="DataReadingException">It is not what a column of the field can be.</exception>
    public FactColumn Read(FieldSchema field, ColumnEntry entry, int count, string part)
    {
        ColumnFileFault.Require(IsKindOf(field, entry.Coding) && IsText(field) == (entry.Texts >= 0), part);
        CellStore cells = Total(field, entry, count) is { } total
            ? new(entry.Coding.Kind, count, cursor.Take<byte>(CellStore.Length(entry.Coding.Kind, count), part, total.AreSound))
            : Cells(entry.Coding.Kind, count, part);
        CellStore? known = entry.IsTotal ? null : Cells(CellKind.Bit, count, part);
        IReadOnlyDictionary<int, UnknownReason> reasons = Reasons(entry, known, count, part);
        RowIds? texts = IsText(field) ? _texts.Texts(field, entry, part) : null;
        Check(field, entry, cells, known, part);
        return field.Type switch
        {
            FieldType.Number => new NumberColumn(field, (entry.Coding, cells), known, reasons),
            FieldType.Bool => new BoolColumn(field, cells, known, reasons),
            FieldType.Set => new SetColumn(field, cells, known, reasons),
            FieldType.Date => new DateColumn(field, cells, known, reasons),
            FieldType.Time => new TimeColumn(field, cells, known, reasons),
            _ => new TextColumn(field, (cells, texts!), known, reasons),
        };
    }

    /// <summary>Passes over a column that the packs do not have.</summary>
    public void Pass(ColumnEntry entry, int count, string part)
    {
        cursor.Pass(CellStore.Length(entry.Coding.Kind, count), part);
        if (!entry.IsTotal) cursor.Pass((long)ValidityBits.Words(count) * sizeof(ulong), part);
        if (entry.Reasons > 0) cursor.Pass((long)entry.Reasons * sizeof(int), part);
        if (entry.Reasons > 0) cursor.Pass(entry.Reasons, part);
        if (entry.Texts < 0) return;
        cursor.Pass((entry.Texts + 1L) * sizeof(int), part);
        cursor.Pass(entry.TextLength, part);
    }

    private static bool IsText(FieldSchema field) => field.Type is FieldType.Text or FieldType.Enum;

    // INVARIANT: numbers lie as the field's own coding has them, for what computes goes by the field.
    private static bool IsKindOf(FieldSchema field, CellCoding coding) => field.Type switch
    {
        FieldType.Number => coding == CellCoding.Of(field),
        FieldType.Bool => coding == new CellCoding(CellKind.Bit, 1, 1),
        FieldType.Set => coding == new CellCoding(CellKind.UInt64, 1, 1),
        FieldType.Date => coding == new CellCoding(CellKind.Int32, 1, 1),
        _ => coding is { Kind: CellKind.Byte or CellKind.UInt16 or CellKind.Int32, Numerator: 1, Denominator: 1 },
    };

    private static void Check(FieldSchema field, ColumnEntry entry, CellStore cells, CellStore? known, string part)
    {
        ReadOnlySpan<ulong> valid = known is null ? [] : known.Cells<ulong>();
        bool isSound = entry.Coding.Kind == CellKind.Double
            ? CellCheck.IsSound(cells, valid, field)
            : CellCheck.IsSound(cells, valid, Bounds(field, entry));
        ColumnFileFault.Require(isSound, part);
    }

    private static CellBounds Bounds(FieldSchema field, ColumnEntry entry) => field.Type switch
    {
        FieldType.Number => CellBounds.OfSteps(field),
        FieldType.Set => new CellBounds(0, field.Options.Length >= ValidityBits.PerWord ? -1 : (1L << field.Options.Length) - 1),
        FieldType.Date => new CellBounds(0, LastDay),
        FieldType.Time => field.Scale is { } scale ? new CellBounds(scale.Low, scale.High) : new CellBounds(0, TimeScale.Day),
        _ => new CellBounds(0, entry.Texts - 1),
    };

    // Null where cells are looked at with what else is known of their rows.
    private static TotalCells? Total(FieldSchema field, ColumnEntry entry, int count)
    {
        CellKind kind = entry.Coding.Kind;
        if (!entry.IsTotal || kind == CellKind.Bit || (kind == CellKind.Double && field.Step is not null)) return null;
        if (kind == CellKind.Double)
        {
            NumberRange range = CellCheck.RangeOf(field);
            return new TotalCells(kind, count, piece => TotalCellCheck.AreIn(MemoryMarshal.Cast<byte, double>(piece), range));
        }

        CellBounds bounds = Bounds(field, entry);
        return new TotalCells(kind, count, piece => TotalCellCheck.IsSound(kind, piece, bounds));
    }

    private CellStore Cells(CellKind kind, int count, string part)
    {
        long length = CellStore.Length(kind, count);
        CellStore cells = new(kind, count, cursor.Take<byte>(length, part));
        ColumnFileFault.Require(kind != CellKind.Bit || count == 0 || CellCheck.HasNoRest(cells.Cells<ulong>(), count), part);
        return cells;
    }

    private FrozenDictionary<int, UnknownReason> Reasons(ColumnEntry entry, CellStore? known, int count, string part)
    {
        if (entry.Reasons == 0) return FrozenDictionary<int, UnknownReason>.Empty;
        ReadOnlySpan<int> rows = cursor.Take<int>(entry.Reasons, part).Span;
        ReadOnlySpan<byte> codes = cursor.Take<byte>(entry.Reasons, part).Span;
        Dictionary<int, UnknownReason> reasons = new(entry.Reasons);
        int last = -1;
        for (int i = 0; i < rows.Length; i++)
        {
            bool isSound = rows[i] > last && rows[i] < count && codes[i] <= (byte)UnknownReason.NoCalendar && known is not null && !ValidityBits.Get(known.Cells<ulong>(), rows[i]);
            ColumnFileFault.Require(isSound, part);
            last = rows[i];
            reasons.Add(last, (UnknownReason)codes[i]);
        }

        return reasons.ToFrozenDictionary();
    }
}
