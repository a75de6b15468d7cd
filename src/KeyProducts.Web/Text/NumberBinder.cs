using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Text;

/// <summary>Marks a number in a form as an amount of money or persons: "1.234" is then one thousand two hundred and thirty-four.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AmountAttribute(int decimals = 0) : Attribute
{
    /// <summary>Digits after the decimal sign that the field takes.</summary>
    public int Decimals { get; } = decimals;
}

/// <summary>Reads every number of every form; refuses what is no number, has two readings or more decimals than the field takes.</summary>
public sealed class NumberBinder(IStringLocalizer<Words> T) : IModelBinder
{
    // The store keeps hundredths in 64 bits.
    private const decimal Most = long.MaxValue / 100;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var posted = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (posted == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, posted);
        var text = posted.FirstValue;
        if (string.IsNullOrWhiteSpace(text))
        {
            bindingContext.Result = ModelBindingResult.Success(null);
            return Task.CompletedTask;
        }

        var type = bindingContext.ModelMetadata.UnderlyingOrModelType;
        var amount = AmountOf(bindingContext.ModelMetadata);
        var isWhole = type != typeof(decimal);
        var decimals = isWhole ? 0 : amount?.Decimals ?? 4;
        var refusal = Numbers.Refusal(text, decimals, isWhole || amount is not null, out var value);
        var converted = refusal is null ? Convert(value, type) : null;
        if (converted is null)
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, refusal is null ? T["This number is too large."] : T[refusal.Message, [.. refusal.Arguments.Select(Shown.Argument)]]);
            return Task.CompletedTask;
        }

        bindingContext.Result = ModelBindingResult.Success(converted);
        return Task.CompletedTask;
    }

    internal static AmountAttribute? AmountOf(ModelMetadata metadata) =>
        (metadata as Microsoft.AspNetCore.Mvc.ModelBinding.Metadata.DefaultModelMetadata)?.Attributes.Attributes.OfType<AmountAttribute>().FirstOrDefault();

    private static object? Convert(decimal value, Type type)
    {
        if (type == typeof(decimal) && Math.Abs(value) > Most)
        {
            return null;
        }

        try
        {
            return System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}

/// <summary>Gives every int, long and decimal of a form to <see cref="NumberBinder"/>; numbers of an address are the framework's.</summary>
public sealed class NumberBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(decimal) || type == typeof(long) || type == typeof(int)
            ? new NumberBinder((IStringLocalizer<Words>)context.Services.GetService(typeof(IStringLocalizer<Words>))!)
            : null;
    }
}
