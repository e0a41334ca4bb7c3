using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ComplianceRules.Reports;

/// <summary>Writes elements and text of HTML; text and values of attributes are always escaped.</summary>
/// <remarks>For one thread. Names of elements and attributes are the caller's own, never a pack's.</remarks>
internal sealed class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>Begins an element.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="attributes">Names and values; one whose value is null is left out.</param>
    public HtmlText Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(element, attributes);
        _open.Push(element);
        return this;
    }

    /// <summary>Ends the innermost element.</summary>
    public HtmlText Close()
    {
        _text.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    /// <summary>Ends the innermost element and the line.</summary>
    public HtmlText CloseLine() => Close().Line();

    /// <summary>Ends a line of the file.</summary>
    public HtmlText Line()
    {
        _text.Append('\n');
        return this;
    }

    /// <summary>Plain text.</summary>
    /// <param name="text">The text.</param>
    public HtmlText Text(string text)
    {
        _text.Append(Encoder.Encode(text));
        return this;
    }

    /// <summary>An element with plain text alone.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="text">The text.</param>
    /// <param name="attributes">Names and values.</param>
    public HtmlText Element(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) => Open(element, attributes).Text(text).Close();

    /// <summary>An element that has no content and no end.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="attributes">Names and values.</param>
    public HtmlText Void(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(element, attributes);
        return this;
    }

    /// <summary>A link to a place of the book.</summary>
    /// <param name="address">The place.</param>
    /// <param name="text">What people read.</param>
    public HtmlText Link(BookAddress address, string text) => Element("a", text, ("href", address.Text));

    /// <summary>The document type.</summary>
    public HtmlText Begin()
    {
        _text.Append("<!DOCTYPE html>\n");
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Tag(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _text.Append('<').Append(element);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null) _text.Append(' ').Append(name).Append("=\"").Append(Encoder.Encode(value)).Append('"');
        }

        _text.Append('>');
    }
}
