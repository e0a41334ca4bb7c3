using System.Text;

namespace ComplianceRules.Facts;

/// <summary>The cell of one column of a database: its value as people would write it, and what is wrong with it.</summary>
/// <remarks>For one thread; used again for every row.</remarks>
internal sealed class CellSlot
{
    // No plain cell begins with a quote, and no text has the byte behind it, so that whoever takes cells by their bytes leaves these to who asks for their faults.
    private static readonly byte[] Faulty = [(byte)'"', 0xFF];

    private byte[] _own = new byte[DataCellText.Longest];
    private char[] _wide = new char[DataCellText.Longest];
    private ReadOnlyMemory<byte> _bytes;
    private ReadOnlyMemory<char> _chars;
    private bool _hasBytes = true;
    private bool _hasChars = true;

    /// <summary>Room to write a value in, before <see cref="Take(int)"/>.</summary>
    public Span<byte> Room => _own;

    /// <summary>What is wrong with the cell whatever it is to mean.</summary>
    public CellFault Fault { get; private set; }

    /// <summary>The cell in UTF-8 with the blanks around it; where it has a fault, something that is no cell.</summary>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            if (Fault != CellFault.None) return Faulty;
            if (!_hasBytes) Encode();
            return _bytes.Span;
        }
    }

    /// <summary>The cell, trimmed.</summary>
    public ReadOnlySpan<char> Chars
    {
        get
        {
            if (!_hasChars) Decode();
            return _chars.Span;
        }
    }

    /// <summary>Makes the cell empty.</summary>
    public void Clear()
    {
        (_bytes, _chars, _hasBytes, _hasChars) = (default, default, true, true);
        Fault = CellFault.None;
    }

    /// <summary>Takes what was written in the room.</summary>
    public void Take(int length) => Take(length, CellFault.None);

    /// <summary>Takes what was written in the room, with its fault.</summary>
    public void Take(int length, CellFault fault)
    {
        (_bytes, _hasBytes, _hasChars) = (_own.AsMemory(0, length), true, false);
        Fault = fault;
    }

    /// <summary>Takes a text in UTF-8 that stays as it is until the next row.</summary>
    public void Take(ReadOnlyMemory<byte> text)
    {
        (_bytes, _hasBytes, _hasChars) = (text, true, false);
        Fault = DataCellText.IsWhole(text.Span) ? CellFault.None : CellFault.Error;
    }

    /// <summary>Takes a text.</summary>
    public void Take(string text)
    {
        (_chars, _hasBytes, _hasChars) = (text.AsMemory().Trim(), false, true);
        Fault = DataCellText.IsWhole(text) ? CellFault.None : CellFault.Error;
    }

    /// <summary>Says that the value cannot be used for anything.</summary>
    /// <param name="shown">What messages show in its place.</param>
    public void Refuse(string shown)
    {
        Take(shown);
        Fault = CellFault.Error;
    }

    private void Decode()
    {
        int most = Encoding.UTF8.GetMaxCharCount(_bytes.Length);
        if (_wide.Length < most) _wide = new char[most];
        int length = Encoding.UTF8.GetChars(_bytes.Span, _wide);
        (_chars, _hasChars) = (((ReadOnlyMemory<char>)_wide.AsMemory(0, length)).Trim(), true);
    }

    private void Encode()
    {
        int most = Encoding.UTF8.GetMaxByteCount(_chars.Length);
        if (_own.Length < most) _own = new byte[most];
        int length = Encoding.UTF8.GetBytes(_chars.Span, _own);
        (_bytes, _hasBytes) = (_own.AsMemory(0, length), true);
    }
}
