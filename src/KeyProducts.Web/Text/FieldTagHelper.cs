using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Text;

/// <summary>
/// A label, its hint, the input and its error, tied together for screen readers:
/// <c>&lt;field for="Input.TaxCode" label="Tax code" hint="10 digits" /&gt;</c>. Label and hint are English keys.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IStringLocalizer<Words> T) : TagHelper
{
    /// <summary>
    /// The place in a view's data of what is stored by now, when somebody else has saved it since the form was opened: the name of a part
    /// of the form, and that part filled from what is stored. Where a field differs, both values are then shown.
    /// </summary>
    public const string Stored = nameof(Stored);

    /// <summary>The property of the form.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>What to call it.</summary>
    public string Label { get; set; } = "";

    /// <summary>A sentence that helps; null for none.</summary>
    public string? Hint { get; set; }

    /// <summary>The unit, shown behind the input.</summary>
    public string? Unit { get; set; }

    /// <summary>Choices: the field is then a list to choose from.</summary>
    public IEnumerable<SelectListItem>? Choices { get; set; }

    /// <summary>Lines of text: more than one makes a text area.</summary>
    public int Rows { get; set; } = 1;

    /// <summary>What browsers may fill in; "off" unless told.</summary>
    public string Autocomplete { get; set; } = "off";

    /// <summary>"short" for a few digits, "half" for half the width.</summary>
    public string? Size { get; set; }

    /// <summary>Whether a rule asks for it that the form's attributes do not tell; it is then not called optional.</summary>
    public bool Needed { get; set; }

    /// <summary>The keyboard that phones show; found from the property when not given.</summary>
    public string? Mode { get; set; }

    /// <summary>"password", "email", "search"; found from the property when not given.</summary>
    public string? Type { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "-");
        var state = ViewContext.ModelState.GetValueOrDefault(name);
        var error = state?.Errors.FirstOrDefault()?.ErrorMessage;
        var isCheck = For.Metadata.UnderlyingOrModelType == typeof(bool);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "field", isCheck ? "check" : null, Size, error is null ? null : "wrong" }.Where(one => one is not null)));

        var input = Input(name, id, state, isCheck);
        var described = new List<string>();
        if (Hint is not null)
        {
            described.Add(id + "-hint");
        }

        if (error is not null)
        {
            described.Add(id + "-error");
            input.Attributes["aria-invalid"] = "true";
        }

        if (described.Count > 0)
        {
            input.Attributes["aria-describedby"] = string.Join(' ', described);
        }

        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(T[Label]);
        if (!IsRequired && !isCheck)
        {
            var optional = new TagBuilder("span");
            optional.AddCssClass("optional");
            optional.InnerHtml.Append(T["(optional)"]);
            label.InnerHtml.Append(" ").AppendHtml(optional);
        }

        if (isCheck)
        {
            output.Content.AppendHtml(input).AppendHtml(label);
        }
        else
        {
            output.Content.AppendHtml(label);
        }

        if (Hint is not null)
        {
            output.Content.AppendHtml(Line("hint", id + "-hint", T[Hint]));
        }

        if (error is not null)
        {
            output.Content.AppendHtml(Line("error", id + "-error", error));
        }

        if (!isCheck)
        {
            output.Content.AppendHtml(WithUnit(input));
        }

        if (StoredOtherwise(name) is { } stored)
        {
            output.Content.AppendHtml(Line("stored", id + "-stored", T["Stored now: {0}", stored]));
        }
    }

    // What is stored now, in words, when it is not what stands in the field.
    private string? StoredOtherwise(string name)
    {
        if (ViewContext.ViewData[Stored] is not KeyValuePair<string, object> part || !name.StartsWith(part.Key + ".", StringComparison.Ordinal))
        {
            return null;
        }

        var stored = ValueAt(part.Value, name[(part.Key.Length + 1)..]);
        return Equals(stored, For.Model is "" ? null : For.Model)
            ? null
            : stored switch
            {
                null => T["(empty)"],
                bool isSet => isSet ? T["Yes"] : T["No"],
                DateOnly day => Shown.Day(day),
                _ => Choices?.FirstOrDefault(choice => string.Equals(choice.Value, Written(stored), StringComparison.OrdinalIgnoreCase))?.Text ?? Written(stored),
            };
    }

    // The value of "Rows[2].Name" in a form; null where there is none.
    private static object? ValueAt(object form, string path)
    {
        object? value = form;
        foreach (var step in path.Split('.', '['))
        {
            value = step.EndsWith(']')
                ? int.TryParse(step[..^1], CultureInfo.InvariantCulture, out var place) && value is System.Collections.IList list && place < list.Count ? list[place] : null
                : value?.GetType().GetProperty(step)?.GetValue(value);
        }

        return value;
    }

    private bool IsRequired => Needed
        || For.Metadata.IsRequired
        || For.Metadata.ValidatorMetadata.OfType<RequiredAttribute>().Any();

    private TagBuilder Input(string name, string id, ModelStateEntry? state, bool isCheck)
    {
        var typed = state?.AttemptedValue;
        TagBuilder input;
        if (Choices is not null)
        {
            input = Select(typed ?? Written(For.Model));
        }
        else if (Rows > 1)
        {
            input = new TagBuilder("textarea");
            input.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
            // A line break right behind the tag is dropped by browsers; one of our own keeps the reader's.
            input.InnerHtml.Append("\n" + (typed ?? Written(For.Model)));
        }
        else
        {
            input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            input.Attributes["type"] = Type ?? TypeOf(isCheck);
            if (isCheck)
            {
                input.Attributes["value"] = "true";
                if (typed is null ? For.Model is true : typed.Contains("true", StringComparison.Ordinal))
                {
                    input.Attributes["checked"] = "checked";
                }
            }
            else if (input.Attributes["type"] != "password")
            {
                input.Attributes["value"] = typed ?? Written(For.Model);
            }
        }

        input.Attributes["name"] = name;
        input.Attributes["id"] = id;
        if (!isCheck)
        {
            input.Attributes["autocomplete"] = Autocomplete;
        }

        if (IsRequired && !isCheck)
        {
            input.Attributes["aria-required"] = "true";
        }

        if (IsNumber)
        {
            input.Attributes["inputmode"] = For.Metadata.UnderlyingOrModelType == typeof(decimal) ? "decimal" : "numeric";
            input.AddCssClass("number");
        }

        if (Mode is not null)
        {
            input.Attributes["inputmode"] = Mode;
        }

        if (For.Metadata.ValidatorMetadata.OfType<StringLengthAttribute>().FirstOrDefault() is { } length)
        {
            input.Attributes["maxlength"] = length.MaximumLength.ToString(CultureInfo.InvariantCulture);
        }

        return input;
    }

    private bool IsNumber => Choices is null
        && (For.Metadata.UnderlyingOrModelType == typeof(decimal) || For.Metadata.UnderlyingOrModelType == typeof(long) || For.Metadata.UnderlyingOrModelType == typeof(int));

    private string TypeOf(bool isCheck) => isCheck
        ? "checkbox"
        : For.Metadata.DataTypeName == nameof(DataType.Password) ? "password"
        : For.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? "date"
        : For.Metadata.UnderlyingOrModelType == typeof(TimeOnly) ? "time" : "text";

    private TagBuilder Select(string? chosen)
    {
        var select = new TagBuilder("select");
        foreach (var choice in Choices!)
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = choice.Value;
            if (string.Equals(choice.Value, chosen, StringComparison.OrdinalIgnoreCase))
            {
                option.Attributes["selected"] = "selected";
            }

            option.InnerHtml.Append(choice.Text);
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }

    private TagBuilder WithUnit(TagBuilder input)
    {
        if (Unit is null)
        {
            return input;
        }

        var row = new TagBuilder("div");
        row.AddCssClass("with-unit");
        var unit = new TagBuilder("span");
        unit.AddCssClass("unit");
        unit.InnerHtml.Append(T[Unit]);
        row.InnerHtml.AppendHtml(input).AppendHtml(unit);
        return row;
    }

    private static TagBuilder Line(string kind, string id, string text)
    {
        var line = new TagBuilder("p");
        line.AddCssClass(kind);
        line.Attributes["id"] = id;
        line.InnerHtml.Append(text);
        return line;
    }

    private string Written(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number when NumberBinder.AmountOf(For.Metadata) is not null => number.ToString("#,##0.##", CultureInfo.CurrentCulture),
        decimal number => number.ToString("0.####", CultureInfo.CurrentCulture),
        long number => number.ToString("#,##0", CultureInfo.CurrentCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
