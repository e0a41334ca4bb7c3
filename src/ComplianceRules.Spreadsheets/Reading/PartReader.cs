using System.Text;
using System.Xml;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Reads the XML of one part forward: elements within elements, and texts.</summary>
/// <remarks>Elements of other names than those asked for are passed over. Document types are refused, so no entity can grow.</remarks>
internal sealed class PartReader : IDisposable
{
    /// <summary>The most characters of one text that are kept.</summary>
    public const int LongestText = 1024 * 1024;

    private const int Deepest = 256;
    private const int NodesBetweenLooks = 4096;
    private const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const string Usual = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const string UsualRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly PartStream _stream;
    private readonly string _part;
    private readonly WorkbookPackage _package;
    private readonly XmlReader _xml;
    private readonly StringBuilder _text = new();
    private readonly char[] _buffer = new char[4096];
    private readonly Func<bool> _readNode;
    private readonly Func<int> _readChunk;
    private int _nodes;

    public PartReader(PartStream stream, string part, WorkbookPackage package)
    {
        _stream = stream;
        _part = part;
        _package = package;
        _xml = XmlReader.Create(stream, Settings);
        // Made once: a sheet has millions of nodes.
        _readNode = _xml.Read;
        _readChunk = () => _xml.ReadValueChunk(_buffer, 0, _buffer.Length);
    }

    public int Depth => _xml.Depth;

    public string Name => _xml.LocalName;

    /// <summary>Goes to the root.</summary>
    /// <exception cref="WorkbookException">The root is another one, or there is none.</exception>
    public void Root(string name)
    {
        while (Read() && _xml.NodeType != XmlNodeType.Element)
        {
        }

        if (_xml.NodeType != XmlNodeType.Element || Name != name || (_xml.NamespaceURI is not (Usual or Strict) && name != "Relationships")) throw _package.Damaged(_part);
    }

    /// <summary>Goes to the next element just below another.</summary>
    /// <param name="depth">The depth of the upper element, in which the reader is.</param>
    public bool NextChild(int depth)
    {
        if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth) return false;
        if (_xml.NodeType == XmlNodeType.Element && _xml.Depth == depth && _xml.IsEmptyElement) return false;
        while (Read())
        {
            if (_xml.NodeType == XmlNodeType.Element && _xml.Depth == depth + 1) return true;
            if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth) return false;
        }

        return false;
    }

    /// <summary>Reads what is left, so that the checksum of the whole is compared.</summary>
    public void Finish()
    {
        while (Read())
        {
        }
    }

    public string? Attribute(string name) => _xml.GetAttribute(name);

    /// <summary>The attribute that names a relation.</summary>
    public string? Relation() => _xml.GetAttribute("id", UsualRelations) ?? _xml.GetAttribute("id", StrictRelations);

    /// <summary>The text of the element.</summary>
    /// <param name="isCut">Whether it was longer than <see cref="LongestText"/>.</param>
    public string Text(out bool isCut)
    {
        isCut = false;
        if (_xml.IsEmptyElement) return string.Empty;
        _text.Clear();
        int depth = _xml.Depth;
        while (Read() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) isCut |= TakeText();
        }

        return _text.ToString();
    }

    /// <summary>The text of an element that has it in parts: runs of letters, escapes read, without those that only say how to speak it.</summary>
    public string RichText(out bool isCut)
    {
        isCut = false;
        StringBuilder whole = new();
        for (int depth = Depth; NextChild(depth);)
        {
            if (Name == "t") Append(whole, ref isCut);
            else if (Name == "r") AppendRun(whole, ref isCut);
        }

        return whole.ToString();
    }

    public void Dispose() => _xml.Dispose();

    private void AppendRun(StringBuilder whole, ref bool isCut)
    {
        for (int depth = Depth; NextChild(depth);)
        {
            if (Name == "t") Append(whole, ref isCut);
        }
    }

    private void Append(StringBuilder whole, ref bool isCut)
    {
        // An escape does not go on in the next run.
        string run = CellEscape.Read(Text(out bool cut));
        isCut |= cut || whole.Length + run.Length > LongestText;
        if (!isCut) whole.Append(run);
    }

    private bool TakeText()
    {
        bool isCut = false;
        for (int read; (read = Guarded(_readChunk)) > 0;)
        {
            _stream.Mark();
            if (_text.Length + read <= LongestText) _text.Append(_buffer, 0, read);
            else isCut = true;
        }

        return isCut;
    }

    private bool Read()
    {
        if (++_nodes % NodesBetweenLooks == 0) _package.Cancellation.ThrowIfCancellationRequested();
        _stream.Mark();
        bool read = Guarded(_readNode);
        return !read || _xml.Depth <= Deepest ? read : throw _package.Damaged(_part);
    }

    private T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception trouble) when (WorkbookPackage.IsDamage(trouble))
        {
            throw _package.Damaged(_part);
        }
    }
}
